import { eventWas, gate } from "holdfast";
import {
  customerSourceCreated,
  customerSourceDeleted,
  customerSourceUpdated,
} from "../published-events.js";

export default gate("customer_card_events", [
  eventWas(customerSourceCreated, { by: "object", types: { card: "customer.card.created" } }),
  eventWas(customerSourceUpdated, { by: "object", types: { card: "customer.card.updated" } }),
  eventWas(customerSourceDeleted, { by: "object", types: { card: "customer.card.deleted" } }),
]);
