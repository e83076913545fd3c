import { asText, field, param, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const plan = resourceOf("plan", {
  // #region fields of plan
  amount: t.integer().describe("In cents."),
  // #endregion
});
const createPlan = taking("plans.create", {
  // #region params of plans.create
  amount: t.integer().describe("In cents."),
  // #endregion
});

// #region what was before
const wasText = wasOfType(t.string({ pattern: /^\d{1,15}$/ }).describe("In cents."), asText());
// #endregion
export default example(
  {
    plan_amount_is_text: [
      // #region gate
      field(plan, "amount", wasText),
      param(createPlan, "amount", wasText),
      // #endregion
    ],
  },
  [
    shows(plan, { amount: 500 }, { amount: 500 }, { amount: "500" }),
    takes(createPlan, [{ amount: 500 }, { amount: 500 }], [{ amount: "500" }, { amount: 500 }]),
  ],
);
