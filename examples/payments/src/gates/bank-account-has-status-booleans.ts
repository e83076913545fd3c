import { added, field, gate, isOneOf, t, wasComputed } from "holdfast";
import { bankAccount } from "../resources/bank-account.js";

export default gate("bank_account_has_status_booleans", [
  field(
    bankAccount,
    "disabled",
    wasComputed(
      t.boolean().describe("Whether it can no longer be used."),
      isOneOf("errored", "verification_failed"),
      {
        from: ["status"],
      },
    ),
  ),
  field(
    bankAccount,
    "validated",
    wasComputed(t.boolean().describe("Whether it exists."), isOneOf("validated", "verified"), {
      from: ["status"],
    }),
  ),
  field(
    bankAccount,
    "verified",
    wasComputed(t.boolean().describe("Whether it belongs to the customer."), isOneOf("verified"), {
      from: ["status"],
    }),
  ),
  field(bankAccount, "status", added()),
]);
