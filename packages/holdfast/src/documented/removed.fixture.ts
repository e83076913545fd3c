import { field, param, removed, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  id: t.string().describe("Its id."),
  fee: t.integer().describe("What it cost.").until("charge_has_fee"),
  // #endregion
});
const createCharge = taking("charges.create", {
  // #region params of charges.create
  fee: t.integer().optional().describe("What it may cost.").until("charge_has_fee"),
  // #endregion
});

export default example(
  {
    charge_has_fee: [
      // #region gate
      field(charge, "fee", removed()),
      param(createCharge, "fee", removed()),
      // #endregion
    ],
  },
  [
    shows(charge, { id: "ch_1", fee: 30 }, { id: "ch_1" }, { id: "ch_1", fee: 30 }),
    takes(
      createCharge,
      [{ fee: 30 }, "400 Received unknown parameter: fee. It was removed in version 2011-01-01."],
      [{ fee: 30 }, { fee: 30 }],
    ),
  ],
);
