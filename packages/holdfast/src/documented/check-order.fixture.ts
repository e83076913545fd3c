import { checkedBefore, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const createCharge = taking(
  "charges.create",
  { amount: t.integer().describe("How much."), currency: t.string().describe("Of what.") },
  {
    // #region checks of charges.create
    checks: {
      enough: { description: "Enough.", test: ({ amount }) => amount > 9 || "Too little." },
      known: {
        description: "Known.",
        test: ({ currency }) => currency === "usd" || "What is that?",
      },
    },
    // #endregion
  },
);

export default example(
  {
    currency_is_checked_first: [
      // #region gate
      checkedBefore(createCharge, "known", "enough"),
      // #endregion
    ],
  },
  [
    takes(
      createCharge,
      [{ amount: 5, currency: "x" }, "400 Too little."],
      [{ amount: 5, currency: "x" }, "400 What is that?"],
    ),
  ],
);
