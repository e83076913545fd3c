import {
  method,
  orderWas,
  page,
  pageFrom,
  pageWindow,
  paginationWas,
  paging,
  t,
} from "../index.js";
import { example } from "./example.fixture.js";
import { calls, resourceOf } from "./rows.fixture.js";

// #region definitions
const plan = resourceOf("plan", { id: t.string().describe("Its id.") });
const stored = ["a", "b", "c", "d"].map((id) => ({ id }) as never);
const listPlans = method("plans.list", {
  route: "GET /v1/plans",
  description: "Lists plans.",
  params: paging({ limit: { default: 2 }, orders: { resource: "plan", by: ["id"] } }),
  returns: page(plan),
}).execute(async ({ params }) => {
  const window = pageWindow(params, { by: "id", direction: "asc" });
  const all = window.reading === "asc" ? stored : [...stored].reverse();
  const start = all.findIndex(({ id }) => id === window.cursor) + 1 + window.offset;
  return pageFrom(window, all.slice(start, start + window.limit + 1), async () => all.length);
});
// #endregion
const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => ({ id }));

export default example(
  {
    plans_have_offsets: [
      // #region gate
      paginationWas(listPlans, "offset", { names: { limit: "count" }, limit: { default: 3 } }),
      orderWas(listPlans, { by: "id", direction: "desc" }),
      // #endregion
    ],
  },
  [
    calls(listPlans, { member: "data" }, [{}, [a, b]], [{}, [d, c, b]]),
    calls(
      listPlans,
      { member: "data" },
      [{ starting_after: "b", limit: 1 }, [c]],
      [{ offset: 1, count: 1 }, [c]],
    ),
  ],
  { resources: [plan] },
);
