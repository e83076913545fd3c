import { listOf, listWas, t } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, listing, resourceOf } from "./rows.fixture.js";

const plan = resourceOf("plan", { id: t.string().describe("Its id.") });
const listPlans = listing(plan, [{ id: "gold" }]);
const data = [{ id: "gold" }];

export default example(
  {
    plans_are_an_array: [
      // #region gate
      listWas(listOf(listPlans), "array"),
      // #endregion
    ],
  },
  [
    calls(
      listPlans,
      "body",
      [{}, { object: "list", url: "/v1/plans", has_more: false, data }],
      [{}, data],
    ),
  ],
  { resources: [plan] },
);
