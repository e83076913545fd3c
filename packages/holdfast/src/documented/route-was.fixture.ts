import { param, renamedTo, routeWas, t } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, taking } from "./rows.fixture.js";

const retrievePlan = taking(
  "plans.retrieve",
  { plan: t.string().describe("Which one.") },
  { route: "GET /v1/plans/{plan}" },
);

export default example(
  {
    plans_had_no_prefix: [
      // #region gate
      routeWas(retrievePlan, "GET /plans/{id}"),
      param(retrievePlan, "id", renamedTo("plan")),
      // #endregion
    ],
  },
  [
    calls(
      retrievePlan,
      "params",
      ["GET /v1/plans/gold", { plan: "gold" }],
      ["GET /plans/gold", { plan: "gold" }],
    ),
  ],
);
