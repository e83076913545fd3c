import { field, onlyIdsOf, param, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const customer = resourceOf("customer", {
  // #region fields of customer
  default_source: t.string().nullable().describe("What they pay with."),
  // #endregion
});
const updateCustomer = taking("customers.update", {
  // #region params of customers.update
  default_source: t.string().nullable().optional().describe("What they pay with."),
  // #endregion
});

const today = { default_source: "card_1" };

// #region what was before
const was = t.string().nullable().optional().describe("The card that they pay with.");
const wasCard = wasOfType(was, onlyIdsOf("card"), { now: "default_source" });
// #endregion
export default example(
  {
    customer_has_default_card: [
      // #region gate
      field(customer, "default_card", wasCard),
      param(updateCustomer, "default_card", wasCard),
      // #endregion
    ],
  },
  [
    shows(customer, { default_source: "ba_1" }, { default_source: "ba_1" }, { default_card: null }),
    takes(updateCustomer, [today, today], [{ default_card: "card_1" }, today]),
  ],
);
