import { field, limitsWere, param, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  note: t.string({ maxLength: 20 }).describe("A note."),
  // #endregion
});
const createCharge = taking("charges.create", {
  // #region params of charges.create
  note: t.string({ maxLength: 20 }).describe("A note."),
  // #endregion
});

export default example(
  {
    charge_note_short: [
      // #region gate
      field(charge, "note", limitsWere({ maxLength: 3 })),
      param(createCharge, "note", limitsWere({ maxLength: 3 })),
      // #endregion
    ],
  },
  [
    shows(charge, { note: "thanks" }, { note: "thanks" }, { note: "tha" }),
    takes(
      createCharge,
      [{ note: "thanks" }, { note: "thanks" }],
      [{ note: "thanks" }, "400 Invalid note: must be at most 3 characters."],
    ),
  ],
);
