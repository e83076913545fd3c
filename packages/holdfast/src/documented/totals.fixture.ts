import { added, counted, field, summed, t, wasComputed } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  fees: t
    .list(t.object({ amount: t.integer().describe("How much.") }).describe("One fee."))
    .describe("What it cost."),
  // #endregion
});
const record = { fees: [{ amount: 30 }, { amount: 12 }] };

export default example(
  {
    charge_has_fee: [
      // #region gate
      field(
        charge,
        "fee",
        wasComputed(t.integer().describe("What it cost."), summed("amount"), { from: ["fees"] }),
      ),
      field(
        charge,
        "fee_count",
        wasComputed(t.integer().describe("How many."), counted(), { from: ["fees"] }),
      ),
      field(charge, "fees", added()),
      // #endregion
    ],
  },
  [shows(charge, record, record, { fee: 42, fee_count: 2 })],
);
