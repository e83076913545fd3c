import { defaultWas, param, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const createCharge = taking("charges.create", {
  // #region params of charges.create
  capture: t.boolean().default(true).describe("Whether to take the money now."),
  // #endregion
});

export default example(
  {
    charge_waits: [
      // #region gate
      param(createCharge, "capture", defaultWas(false)),
      // #endregion
    ],
  },
  [takes(createCharge, [{}, { capture: true }], [{}, { capture: false }])],
);
