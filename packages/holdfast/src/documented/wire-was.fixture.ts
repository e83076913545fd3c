import { t, wireWas } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

// #region definitions
const charge = resourceOf("charge", {
  id: t.string().describe("Its id."),
  dispute: t.string().nullable().describe("Its dispute."),
});
const createCharge = taking("charges.create", { amount: t.integer().describe("How much.") });
// #endregion
const record = { id: "ch_1", dispute: null };

export default example(
  {
    nulls_are_left_out: [
      // #region gate
      wireWas({ nulls: "omitted", unknownParams: "ignored" }),
      // #endregion
    ],
  },
  [
    shows(charge, record, record, { id: "ch_1" }),
    takes(
      createCharge,
      [{ amount: 5, colour: "red" }, "400 Received unknown parameter: colour"],
      [{ amount: 5, colour: "red" }, { amount: 5 }],
    ),
  ],
);
