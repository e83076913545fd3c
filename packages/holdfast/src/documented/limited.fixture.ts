import { limited, param, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const createCharge = taking("charges.create", {
  // #region params of charges.create
  note: t.string({ maxLength: 5 }).describe("A note."),
  // #endregion
});

export default example(
  {
    charge_note_unlimited: [
      // #region gate
      param(createCharge, "note", limited("maxLength")),
      // #endregion
    ],
  },
  [
    takes(
      createCharge,
      [{ note: "too long" }, "400 Invalid note: must be at most 5 characters."],
      [{ note: "too long" }, { note: "too long" }],
    ),
  ],
);
