import { emptyBecameNull, gate, param } from "holdfast";
import { updateCharge } from "../methods/charges.js";
import { updateCustomer } from "../methods/customers.js";

export default gate("keeps_empty_description", [
  param(updateCustomer, "description", emptyBecameNull()),
  param(updateCharge, "description", emptyBecameNull()),
]);
