import { neverNull, param, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const updateCharge = taking("charges.update", {
  // #region params of charges.update
  note: t.textOrEmpty().optional().describe("A note."),
  // #endregion
});

export default example(
  {
    charge_note_nullable: [
      // #region gate
      param(updateCharge, "note", neverNull("")),
      // #endregion
    ],
  },
  [
    takes(
      updateCharge,
      [
        { note: null },
        "400 note was given as null, which asks to unset it, but it cannot be unset.",
      ],
      [{ note: null }, { note: "" }],
    ),
  ],
);
