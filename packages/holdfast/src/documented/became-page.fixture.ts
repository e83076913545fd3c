import { becamePage, field, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const refund = resourceOf("refund", { amount: t.integer().describe("How much.") });
const charge = resourceOf("charge", {
  // #region fields of charge
  refunds: t.page(refund).describe("What was given back."),
  // #endregion
});
const data = [{ amount: 5 }];

export default example(
  {
    charge_lists_refunds: [
      // #region gate
      field(charge, "refunds", becamePage()),
      // #endregion
    ],
  },
  [
    shows(
      charge,
      { refunds: { data, has_more: false, url: "/refunds", total_count: async () => 1 } },
      { refunds: { object: "list", url: "/refunds", has_more: false, data } },
      { refunds: data },
    ),
  ],
  { resources: [refund] },
);
