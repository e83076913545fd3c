import { field, gate, param, supersededBy, t, wasViewOf } from "holdfast";
import { createCustomer, updateCustomer } from "../methods/customers.js";
import { cards } from "../methods/sources.js";
import { card } from "../resources/card.js";
import { customer } from "../resources/customer.js";

export default gate("customer_has_cards", [
  field(
    customer,
    "cards",
    wasViewOf("sources", { object: "card" }, t.page(card).describe("Their cards, newest first.")),
  ),
  param(createCustomer, "card", supersededBy("source")),
  param(updateCustomer, "card", supersededBy("source")),
  param(cards.create, "card", supersededBy("source")),
]);
