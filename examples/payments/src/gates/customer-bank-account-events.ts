import { eventWas, gate } from "holdfast";
import {
  customerSourceCreated,
  customerSourceDeleted,
  customerSourceUpdated,
} from "../published-events.js";

export default gate("customer_bank_account_events", [
  eventWas(customerSourceCreated, {
    by: "object",
    types: { bank_account: "customer.bank_account.created" },
  }),
  eventWas(customerSourceUpdated, {
    by: "object",
    types: { bank_account: "customer.bank_account.updated" },
  }),
  eventWas(customerSourceDeleted, {
    by: "object",
    types: { bank_account: "customer.bank_account.deleted" },
  }),
]);
