import { gate, limited, param } from "holdfast";
import { createCustomer, updateCustomer } from "../methods/customers.js";

export default gate("unlimited_customer_description", [
  param(createCustomer, "description", limited("maxLength")),
  param(updateCustomer, "description", limited("maxLength")),
]);
