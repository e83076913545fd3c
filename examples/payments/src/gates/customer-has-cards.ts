import { field, gate, param, removed, supersededBy } from "holdfast";
import { createCustomer, updateCustomer } from "../methods/customers.js";
import { cards } from "../methods/sources.js";
import { customer } from "../resources/customer.js";

export default gate("customer_has_cards", [
  field(customer, "cards", removed()),
  param(createCustomer, "card", supersededBy("source")),
  param(updateCustomer, "card", supersededBy("source")),
  param(cards.create, "card", supersededBy("source")),
]);
