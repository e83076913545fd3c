import { dispatched, dispatchedTo, param, renamedTo, t } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, taking } from "./rows.fixture.js";

// #region definitions
const history = taking("balance.history", {
  kind: t.string().optional().describe("Of which kind."),
  transfer: t.string().optional().describe("Of which transfer."),
});
const transactions = dispatched("transfers.transactions", {
  route: "GET /transfers/{id}/transactions",
  description: "Lists what a transfer was made up of.",
  to: history,
  fixed: { kind: "transfer" },
  until: "transfers_have_transactions",
});
// #endregion
const old = "GET /transfers/tr_1/transactions";

export default example(
  {
    transfers_have_transactions: [
      // #region gate
      dispatchedTo(transactions, history),
      param(transactions, "id", renamedTo("transfer")),
      // #endregion
    ],
  },
  [
    calls(
      transactions,
      "params",
      [
        old,
        "404 Unrecognized request URL (GET /transfers/tr_1/transactions). It existed until version genesis.",
      ],
      [old, { transfer: "tr_1", kind: "transfer" }],
    ),
  ],
  { methods: [history] },
);
