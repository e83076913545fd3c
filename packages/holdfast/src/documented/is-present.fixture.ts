import { field, isPresent, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  dispute: t.string().nullable().describe("Its dispute."),
  // #endregion
});

export default example(
  {
    charge_has_disputed: [
      // #region gate
      field(
        charge,
        "disputed",
        wasOfType(t.boolean().describe("Whether there is one."), isPresent(), { now: "dispute" }),
      ),
      // #endregion
    ],
  },
  [shows(charge, { dispute: "dp_1" }, { dispute: "dp_1" }, { disputed: true })],
);
