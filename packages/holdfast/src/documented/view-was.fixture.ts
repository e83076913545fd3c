import { method, page, t, viewWas } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, resourceOf } from "./rows.fixture.js";

// #region definitions
const charge = resourceOf("charge", { id: t.string().describe("Its id.") });
const listCharges = method("charges.list", {
  route: "GET /v1/charges",
  description: "Lists charges.",
  params: {
    by: t.enum({ card: "By card.", bank: "By bank." }).optional().describe("Only those paid so."),
  },
  returns: page(charge),
}).execute(async ({ params: { by } }) => {
  const all = [
    { id: "ch_1", by: "card" },
    { id: "ch_2", by: "bank" },
  ];
  const data = all.filter((one) => by === undefined || one.by === by) as never[];
  return { data, has_more: false, total_count: async () => data.length };
});
// #endregion

export default example(
  {
    charges_are_by_card: [
      // #region gate
      viewWas(listCharges, { by: "card" }),
      // #endregion
    ],
  },
  [
    calls(
      listCharges,
      { member: "data" },
      [{}, [{ id: "ch_1" }, { id: "ch_2" }]],
      [{}, [{ id: "ch_1" }]],
    ),
  ],
  { resources: [charge] },
);
