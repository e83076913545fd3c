import { field, renamedTo, t, valuesRenamed } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

// #region definitions
const status = t
  .enum({ open: "Not yet.", won: "For you.", lost: "Against you." })
  .describe("How it ended.");
const dispute = resourceOf("dispute", { status });
const listDisputes = taking("disputes.list", { status: t.same(status).optional() });
// #endregion

export default example(
  {
    dispute_has_state: [
      // #region gate
      field(dispute, "state", renamedTo("status")),
      field(dispute, "status", valuesRenamed({ pending: "open" })),
      // #endregion
    ],
  },
  [
    shows(dispute, { status: "open" }, { status: "open" }, { state: "pending" }),
    takes(
      listDisputes,
      [{ status: "open" }, { status: "open" }],
      [{ state: "pending" }, { status: "open" }],
    ),
  ],
);
