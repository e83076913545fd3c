import { added, field, gate, t, wasComputed } from "holdfast";
import { bankAccount } from "../resources/bank-account.js";

export default gate("bank_account_has_status_booleans", [
  field(
    bankAccount,
    "disabled",
    wasComputed(t.boolean().describe("Whether it can no longer be used."), {
      from: ["status"],
      down: (status: string) => status === "errored" || status === "verification_failed",
    }),
  ),
  field(
    bankAccount,
    "validated",
    wasComputed(t.boolean().describe("Whether it exists."), {
      from: ["status"],
      down: (status: string) => status === "validated" || status === "verified",
    }),
  ),
  field(
    bankAccount,
    "verified",
    wasComputed(t.boolean().describe("Whether it belongs to the customer."), {
      from: ["status"],
      down: (status: string) => status === "verified",
    }),
  ),
  field(bankAccount, "status", added()),
]);
