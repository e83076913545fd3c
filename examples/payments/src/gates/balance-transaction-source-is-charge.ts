import { field, gate, t, unchanged, wasOfType } from "holdfast";
import type { ChargeRecord } from "../records/index.js";
import { balanceTransaction } from "../resources/balance-transaction.js";

export default gate("balance_transaction_source_is_charge", [
  field(
    balanceTransaction,
    "source",
    wasOfType(
      t.ref<ChargeRecord>("charge").describe("The charge that the money is about."),
      unchanged(),
      { from: ["charge"] },
    ),
  ),
]);
