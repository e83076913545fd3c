import { becameExpandOnly, field, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const customer = resourceOf("customer", {
  // #region fields of customer
  id: t.string().describe("Their id."),
  tax_ids: t.list(t.string()).onlyExpanded().describe("Their tax ids."),
  // #endregion
});
const record = { id: "cus_1", tax_ids: ["de_1"] };
const shown = shows(customer, record, { id: "cus_1" }, record);

export default example(
  {
    customer_shows_tax_ids: [
      // #region gate
      field(customer, "tax_ids", becameExpandOnly()),
      // #endregion
    ],
  },
  [shown, { ...shown, sends: [{ expand: ["tax_ids"] }, {}], gives: [record, record] }],
);
