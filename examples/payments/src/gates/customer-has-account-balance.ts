import { field, gate, param, renamedTo } from "holdfast";
import { createCustomer, updateCustomer } from "../methods/customers.js";
import { customer } from "../resources/customer.js";

export default gate("customer_has_account_balance", [
  field(customer, "account_balance", renamedTo("balance")),
  param(createCustomer, "account_balance", renamedTo("balance")),
  param(updateCustomer, "account_balance", renamedTo("balance")),
]);
