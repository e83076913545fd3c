import { field, param, scaled, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  amount: t.integer({ max: 99999999 }).describe("In cents."),
  // #endregion
});
const createCharge = taking("charges.create", {
  // #region params of charges.create
  amount: t.integer({ max: 99999999 }).describe("In cents."),
  // #endregion
});

// #region what was before
const wasDollars = wasOfType(
  t.number({ max: 999999.99 }).describe("In dollars."),
  scaled({ today: 100, before: 1 }),
);
// #endregion
export default example(
  {
    charge_in_dollars: [
      // #region gate
      field(charge, "amount", wasDollars),
      param(createCharge, "amount", wasDollars),
      // #endregion
    ],
  },
  [
    shows(charge, { amount: 1999 }, { amount: 1999 }, { amount: 19.99 }),
    takes(
      createCharge,
      [{ amount: 1999 }, { amount: 1999 }],
      [{ amount: 19.99 }, { amount: 1999 }],
    ),
  ],
);
