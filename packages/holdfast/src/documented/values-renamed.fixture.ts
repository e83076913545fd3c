import { field, param, t, valuesRenamed } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  status: t
    .enum({ succeeded: "The money moved.", failed: "It did not." })
    .describe("How it ended."),
  // #endregion
});
const listCharges = taking("charges.list", {
  // #region params of charges.list
  status: t
    .enum({ succeeded: "The money moved.", failed: "It did not." })
    .describe("How they ended."),
  // #endregion
});

export default example(
  {
    charge_says_paid: [
      // #region gate
      field(charge, "status", valuesRenamed({ paid: "succeeded" })),
      param(listCharges, "status", valuesRenamed({ paid: "succeeded" })),
      // #endregion
    ],
  },
  [
    shows(charge, { status: "succeeded" }, { status: "succeeded" }, { status: "paid" }),
    takes(
      listCharges,
      [{ status: "succeeded" }, { status: "succeeded" }],
      [{ status: "paid" }, { status: "succeeded" }],
    ),
  ],
);
