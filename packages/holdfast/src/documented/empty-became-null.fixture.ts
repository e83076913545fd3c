import { emptyBecameNull, param, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const updateCharge = taking("charges.update", {
  // #region params of charges.update
  note: t.string().nullable().optional().describe("A note."),
  // #endregion
});

export default example(
  {
    charge_keeps_empty_note: [
      // #region gate
      param(updateCharge, "note", emptyBecameNull()),
      // #endregion
    ],
  },
  [takes(updateCharge, [{ note: "" }, { note: null }], [{ note: "" }, { note: "" }])],
);
