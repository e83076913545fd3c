import { field, nullBecameAbsent, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  id: t.string().describe("Its id."),
  dispute: t.string().optional().describe("Its dispute."),
  // #endregion
});

export default example(
  {
    charge_shows_no_dispute: [
      // #region gate
      field(charge, "dispute", nullBecameAbsent()),
      // #endregion
    ],
  },
  [shows(charge, { id: "ch_1" }, { id: "ch_1" }, { id: "ch_1", dispute: null })],
);
