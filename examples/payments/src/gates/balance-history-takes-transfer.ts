import { gate, param, renamedTo } from "holdfast";
import { listBalanceHistory } from "../methods/balance.js";

export default gate("balance_history_takes_transfer", [
  param(listBalanceHistory, "transfer", renamedTo("payout")),
]);
