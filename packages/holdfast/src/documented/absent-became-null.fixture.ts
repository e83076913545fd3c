import { absentBecameNull, field, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  id: t.string().describe("Its id."),
  dispute: t.string().nullable().describe("Its dispute."),
  // #endregion
});

export default example(
  {
    charge_omits_dispute: [
      // #region gate
      field(charge, "dispute", absentBecameNull()),
      // #endregion
    ],
  },
  [shows(charge, { id: "ch_1", dispute: null }, { id: "ch_1", dispute: null }, { id: "ch_1" })],
);
