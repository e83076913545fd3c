import { field, gate, param, removed } from "holdfast";
import { createCustomer, updateCustomer } from "../methods/customers.js";
import { customer } from "../resources/customer.js";

export default gate("customer_has_tax_info", [
  field(customer, "tax_info", removed()),
  field(customer, "tax_info_verification", removed()),
  param(createCustomer, "tax_info", removed()),
  param(updateCustomer, "tax_info", removed()),
]);
