import { field, t, unchanged, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  amount: t.integer().describe("How much."),
  // #endregion
});

export default example(
  {
    charge_amount_is_a_number: [
      // #region gate
      field(charge, "amount", wasOfType(t.number().describe("How much."), unchanged())),
      // #endregion
    ],
  },
  [shows(charge, { amount: 250 }, { amount: 250 }, { amount: 250 })],
);
