import {
  batch,
  field,
  listOf,
  type PageSource,
  removed,
  renamedTo,
  resource,
  t,
} from "../index.js";
import { example } from "./example.fixture.js";
import { calls, listing, resourceOf } from "./rows.fixture.js";

// #region definitions
const list = resource("list", {
  description: "A page.",
  fields: {
    data: t.pageItems().describe("What is on it."),
    has_more: t.boolean().describe("Whether there are more."),
    count: t.integer().until("plans_have_count").describe("How many there are."),
  },
}).from<PageSource<unknown>>({
  count: batch((pages) => Promise.all(pages.map((one) => one.total_count()))),
});
// #endregion
const plan = resourceOf("plan", { id: t.string().describe("Its id.") });
const listPlans = listing(plan, [{ id: "gold" }]);
const data = [{ id: "gold" }];

export default example(
  {
    plans_have_count: [
      // #region gate
      field(listOf(listPlans), "count", removed()),
      field(listOf(listPlans), "more", renamedTo("has_more")),
      // #endregion
    ],
  },
  [
    calls(
      listPlans,
      "body",
      [{}, { data, has_more: false }],
      [{}, { data, more: false, count: 1 }],
    ),
  ],
  { resources: [plan], lists: list },
);
