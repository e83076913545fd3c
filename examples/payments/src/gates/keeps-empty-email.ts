import { emptyBecameNull, gate, param } from "holdfast";
import { updateCustomer } from "../methods/customers.js";

export default gate("keeps_empty_email", [param(updateCustomer, "email", emptyBecameNull())]);
