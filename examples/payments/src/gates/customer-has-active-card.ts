import { added, field, gate, removed } from "holdfast";
import { customer } from "../resources/customer.js";

export default gate("customer_has_active_card", [
  field(customer, "active_card", removed()),
  field(customer, "cards", added()),
]);
