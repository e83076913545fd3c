import { field, gate, removed } from "holdfast";
import { customer } from "../resources/customer.js";

export default gate("customer_has_uncaptured", [field(customer, "uncaptured", removed())]);
