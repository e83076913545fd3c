import { methodAdded, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const createRefund = taking("refunds.create", { charge: t.string().describe("Of which charge.") });

export default example(
  {
    has_no_refunds: [
      // #region gate
      methodAdded(createRefund),
      // #endregion
    ],
  },
  [
    takes(
      createRefund,
      [{ charge: "ch_1" }, { charge: "ch_1" }],
      [
        { charge: "ch_1" },
        "404 Unrecognized request URL (POST /refunds/create). It exists from version 2011-01-01 on.",
      ],
    ),
  ],
);
