import { field, t, wasComputed } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  id: t.string().describe("Its id."),
  // #endregion
});

export default example(
  {
    charge_has_object: [
      // #region gate
      field(charge, "object", wasComputed(t.literal("charge").describe("What it is."))),
      // #endregion
    ],
  },
  [shows(charge, { id: "ch_1" }, { id: "ch_1" }, { object: "charge", id: "ch_1" })],
);
