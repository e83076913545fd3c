import { asDate, field, param, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const plan = resourceOf("plan", {
  // #region fields of plan
  starts: t.timestamp().describe("When it starts."),
  // #endregion
});
const createPlan = taking("plans.create", {
  // #region params of plans.create
  starts: t.timestamp().describe("When it starts."),
  // #endregion
});

// #region what was before
const wasDate = wasOfType(t.string().describe("The day on which it starts."), asDate("date"));
// #endregion
export default example(
  {
    plan_starts_on_a_day: [
      // #region gate
      field(plan, "starts", wasDate),
      param(createPlan, "starts", wasDate),
      // #endregion
    ],
  },
  [
    shows(plan, { starts: 1424250000 }, { starts: 1424250000 }, { starts: "2015-02-18" }),
    takes(
      createPlan,
      [{ starts: 1424217600 }, { starts: 1424217600 }],
      [{ starts: "2015-02-18" }, { starts: 1424217600 }],
    ),
  ],
);
