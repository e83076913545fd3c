import { becameOptional, field, param, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  note: t.string().optional().describe("A note."),
  // #endregion
});
const createCharge = taking("charges.create", {
  // #region params of charges.create
  note: t.string().optional().describe("A note."),
  // #endregion
});

export default example(
  {
    charge_note_required: [
      // #region gate
      field(charge, "note", becameOptional("")),
      param(createCharge, "note", becameOptional()),
      // #endregion
    ],
  },
  [
    shows(charge, {}, {}, { note: "" }),
    takes(createCharge, [{}, {}], [{}, "400 Missing required param: note."]),
  ],
);
