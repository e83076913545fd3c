import { methodRemoved, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

// #region definitions
const closeInvoice = taking(
  "invoices.close",
  { invoice: t.string().describe("Which one.") },
  { until: "has_closing" },
);
// #endregion

export default example(
  {
    has_closing: [
      // #region gate
      methodRemoved(closeInvoice),
      // #endregion
    ],
  },
  [
    takes(
      closeInvoice,
      [
        { invoice: "in_1" },
        "404 Unrecognized request URL (POST /invoices/close). It existed until version genesis.",
      ],
      [{ invoice: "in_1" }, { invoice: "in_1" }],
    ),
  ],
);
