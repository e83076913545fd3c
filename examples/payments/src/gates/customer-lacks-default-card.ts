import { added, field, gate } from "holdfast";
import { customer } from "../resources/customer.js";

export default gate("customer_lacks_default_card", [field(customer, "default_card", added())]);
