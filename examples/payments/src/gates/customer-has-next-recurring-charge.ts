import { field, gate, removed } from "holdfast";
import { customer } from "../resources/customer.js";

export default gate("customer_has_next_recurring_charge", [
  field(customer, "next_recurring_charge", removed()),
]);
