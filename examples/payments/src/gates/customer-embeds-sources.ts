import { becameExpandOnly, field, gate } from "holdfast";
import { customer } from "../resources/customer.js";

export default gate("customer_embeds_sources", [field(customer, "sources", becameExpandOnly())]);
