import { checkAdded, gate } from "holdfast";
import { createCustomer, updateCustomer } from "../methods/customers.js";

export default gate("accepts_any_email", [
  checkAdded(createCustomer, "email_is_valid"),
  checkAdded(updateCustomer, "email_is_valid"),
]);
