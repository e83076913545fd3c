import { field, param, renamedTo, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  source: t.string().describe("What was charged."),
  // #endregion
});
const createCharge = taking("charges.create", {
  // #region params of charges.create
  source: t.string().describe("What to charge."),
  // #endregion
});

export default example(
  {
    charge_has_card: [
      // #region gate
      field(charge, "card", renamedTo("source")),
      param(createCharge, "card", renamedTo("source")),
      // #endregion
    ],
  },
  [
    shows(charge, { source: "card_1" }, { source: "card_1" }, { card: "card_1" }),
    takes(
      createCharge,
      [{ source: "card_1" }, { source: "card_1" }],
      [{ card: "card_1" }, { source: "card_1" }],
    ),
  ],
);
