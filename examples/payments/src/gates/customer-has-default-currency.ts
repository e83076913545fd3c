import { field, gate, supersededBy } from "holdfast";
import { customer } from "../resources/customer.js";

export default gate("customer_has_default_currency", [
  field(customer, "default_currency", supersededBy("currency")),
]);
