import { becameRequired, param, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const createCharge = taking("charges.create", {
  // #region params of charges.create
  currency: t.string().describe("In which currency."),
  // #endregion
});

export default example(
  {
    charge_currency_optional: [
      // #region gate
      param(createCharge, "currency", becameRequired("usd")),
      // #endregion
    ],
  },
  [takes(createCharge, [{}, "400 Missing required param: currency."], [{}, { currency: "usd" }])],
);
