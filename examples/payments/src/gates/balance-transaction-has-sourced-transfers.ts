import { field, gate, removed } from "holdfast";
import { balanceTransaction } from "../resources/balance-transaction.js";

export default gate("balance_transaction_has_sourced_transfers", [
  field(balanceTransaction, "sourced_transfers", removed()),
]);
