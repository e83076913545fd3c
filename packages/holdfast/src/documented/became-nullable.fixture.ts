import { becameNullable, field, param, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  note: t.string().nullable().describe("A note."),
  // #endregion
});
const updateCharge = taking("charges.update", {
  // #region params of charges.update
  note: t.string().nullable().optional().describe("A note."),
  // #endregion
});

export default example(
  {
    charge_note_never_null: [
      // #region gate
      field(charge, "note", becameNullable("")),
      param(updateCharge, "note", becameNullable()),
      // #endregion
    ],
  },
  [
    shows(charge, { note: null }, { note: null }, { note: "" }),
    takes(
      updateCharge,
      [{ note: null }, { note: null }],
      [
        { note: null },
        "400 note was given as null, which asks to unset it, but it cannot be unset.",
      ],
    ),
  ],
);
