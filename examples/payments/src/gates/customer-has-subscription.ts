import { field, gate, onlyItem, t, wasOfType } from "holdfast";
import { customer } from "../resources/customer.js";
import { subscription } from "../resources/unsold.js";

export default gate("customer_has_subscription", [
  field(
    customer,
    "subscription",
    wasOfType(t.resource(subscription).nullable().describe("What they subscribe to."), onlyItem(), {
      now: "subscriptions",
    }),
  ),
]);
