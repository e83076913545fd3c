import { field, t, valuesAdded } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const dispute = resourceOf("dispute", {
  // #region fields of dispute
  status: t
    .enum({ won: "For you.", lost: "Against you.", warned: "Only a warning." })
    .describe("How it ended."),
  // #endregion
});

export default example(
  {
    dispute_knows_no_warning: [
      // #region gate
      field(dispute, "status", valuesAdded({ warned: "won" })),
      // #endregion
    ],
  },
  [shows(dispute, { status: "warned" }, { status: "warned" }, { status: "won" })],
);
