import { field, gate, onlyIdsOf, param, supersededBy, t, wasComputed } from "holdfast";
import { updateCustomer } from "../methods/customers.js";
import type { CardRecord } from "../records/index.js";
import { customer } from "../resources/customer.js";

export default gate("customer_has_default_card", [
  field(
    customer,
    "default_card",
    wasComputed(
      t.ref<CardRecord>("payment_source").nullable().describe("The card that is charged."),
      onlyIdsOf("card"),
      { from: ["default_source"] },
    ),
  ),
  param(updateCustomer, "default_card", supersededBy("default_source")),
]);
