import { added, field, gate, param } from "holdfast";
import { createCustomer, updateCustomer } from "../methods/customers.js";
import { customer } from "../resources/customer.js";

export default gate("customer_lacks_next_invoice_sequence", [
  field(customer, "next_invoice_sequence", added()),
  param(createCustomer, "next_invoice_sequence", added()),
  param(updateCustomer, "next_invoice_sequence", added()),
]);
