import { becameExpandOnly, field, gate } from "holdfast";
import { customer } from "../resources/customer.js";

export default gate("customer_embeds_subscriptions", [
  field(customer, "subscriptions", becameExpandOnly()),
]);
