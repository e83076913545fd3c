import { asText, field, param, reversed, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const plan = resourceOf("plan", {
  // #region fields of plan
  interval_count: t.string({ pattern: /^\d{1,3}$/ }).describe("How many, as text."),
  // #endregion
});
const createPlan = taking("plans.create", {
  // #region params of plans.create
  interval_count: t.string({ pattern: /^\d{1,3}$/ }).describe("How many, as text."),
  // #endregion
});

// #region what was before
const wasNumber = wasOfType(
  t.integer({ min: 0, max: 999 }).describe("How many."),
  reversed(asText()),
);
// #endregion
export default example(
  {
    plan_count_is_a_number: [
      // #region gate
      field(plan, "interval_count", wasNumber),
      param(createPlan, "interval_count", wasNumber),
      // #endregion
    ],
  },
  [
    shows(plan, { interval_count: "3" }, { interval_count: "3" }, { interval_count: 3 }),
    takes(
      createPlan,
      [{ interval_count: "3" }, { interval_count: "3" }],
      [{ interval_count: 3 }, { interval_count: "3" }],
    ),
  ],
);
