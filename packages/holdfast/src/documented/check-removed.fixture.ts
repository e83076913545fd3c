import { checkRemoved, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const createRefund = taking(
  "refunds.create",
  { amount: t.integer().describe("How much.") },
  {
    // #region checks of refunds.create
    checks: {
      refunded_whole: {
        description: "A charge was refunded whole.",
        test: ({ amount }) => amount === 100 || "A part cannot be refunded.",
        until: "refunds_are_whole",
      },
    },
    // #endregion
  },
);

export default example(
  {
    refunds_are_whole: [
      // #region gate
      checkRemoved(createRefund, "refunded_whole"),
      // #endregion
    ],
  },
  [
    takes(
      createRefund,
      [{ amount: 5 }, { amount: 5 }],
      [{ amount: 5 }, "400 A part cannot be refunded."],
    ),
  ],
);
