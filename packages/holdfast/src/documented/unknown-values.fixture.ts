import { field, t, unknownValuesSeenAs } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const payout = resourceOf("payout", {
  // #region fields of payout
  failure: t
    .enum({ closed: "The account is closed.", other: "Something else." })
    .describe("Why it failed."),
  // #endregion
});

export default example(
  {
    payout_knows_few_failures: [
      // #region gate
      field(payout, "failure", unknownValuesSeenAs("other")),
      // #endregion
    ],
  },
  [shows(payout, { failure: "frozen" }, { failure: "frozen" }, { failure: "other" })],
);
