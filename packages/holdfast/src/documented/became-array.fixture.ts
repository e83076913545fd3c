import { becameArray, field, t } from "../index.js";
import { example } from "./example.fixture.js";
import { listing, resourceOf, shows } from "./rows.fixture.js";

const refund = resourceOf("refund", { amount: t.integer().describe("How much.") });
const listRefunds = listing(refund, [], { charge: t.string().describe("Of which charge.") });
const charge = resourceOf("charge", {
  // #region fields of charge
  id: t.string().describe("Its id."),
  refunds: t.list(t.resource(refund)).describe("What was given back."),
  // #endregion
});
const record = { id: "ch_1", refunds: [{ amount: 5 }] };

export default example(
  {
    charge_pages_refunds: [
      // #region gate
      field(charge, "refunds", becameArray(listRefunds, { charge: "id" })),
      // #endregion
    ],
  },
  [
    shows(charge, record, record, {
      id: "ch_1",
      refunds: { object: "list", url: "/v1/refunds/ch_1", has_more: false, data: record.refunds },
    }),
  ],
  { resources: [refund], methods: [listRefunds] },
);
