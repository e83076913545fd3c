import { field, gate, onlyItem, t, wasOfType } from "holdfast";
import type { BalanceTransactionRecord } from "../records/index.js";
import { dispute } from "../resources/dispute.js";

export default gate("dispute_has_balance_transaction", [
  field(
    dispute,
    "balance_transaction",
    wasOfType(
      t
        .ref<BalanceTransactionRecord>("balance_transaction")
        .nullable()
        .describe("What the dispute took from your balance."),
      onlyItem(),
      { now: "balance_transactions" },
    ),
  ),
]);
