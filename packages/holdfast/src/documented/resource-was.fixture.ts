import { resourceWas, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const payout = resourceOf("payout", {
  // #region fields of payout
  object: t.literal("payout").describe("What it is."),
  amount: t.integer().describe("How much."),
  // #endregion
});

export default example(
  {
    payout_is_a_transfer: [
      // #region gate
      resourceWas(payout, "transfer"),
      // #endregion
    ],
  },
  [
    shows(
      payout,
      { amount: 5 },
      { object: "payout", amount: 5 },
      { object: "transfer", amount: 5 },
    ),
  ],
);
