import { added, field, follows, t, wasComputed } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const dispute = resourceOf("dispute", {
  // #region fields of dispute
  status: t.enum({ won: "For you.", lost: "Against you." }).describe("How it ended."),
  refunded: t.boolean().describe("Whether the charge was refunded."),
  // #endregion
});
const record = { status: "won", refunded: true };

// #region what was before
const outcome = follows((status, refunded) =>
  status.match([["won", refunded.match([[true, "charge_refunded"]], status)]]),
);
// #endregion
export default example(
  {
    dispute_has_outcome: [
      // #region gate
      field(
        dispute,
        "outcome",
        wasComputed(t.string().describe("How it ended."), outcome, {
          from: ["status", "refunded"],
        }),
      ),
      field(dispute, "status", added()),
      field(dispute, "refunded", added()),
      // #endregion
    ],
  },
  [shows(dispute, record, record, { outcome: "charge_refunded" })],
);
