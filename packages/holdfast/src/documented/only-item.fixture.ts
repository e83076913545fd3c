import { field, onlyItem, param, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const customer = resourceOf("customer", {
  // #region fields of customer
  cards: t.list(t.string()).describe("What they pay with."),
  // #endregion
});
const updateCustomer = taking("customers.update", {
  // #region params of customers.update
  cards: t.list(t.string()).optional().describe("What they pay with."),
  // #endregion
});

const sent = { cards: ["card_3"] };

// #region what was before
const was = t.string().nullable().optional().describe("Their card.");
const wasCard = wasOfType(was, onlyItem(), { now: "cards" });
// #endregion
export default example(
  {
    customer_has_one_card: [
      // #region gate
      field(customer, "card", wasCard),
      param(updateCustomer, "card", wasCard),
      // #endregion
    ],
  },
  [
    shows(
      customer,
      { cards: ["card_1", "card_2"] },
      { cards: ["card_1", "card_2"] },
      { card: "card_1" },
    ),
    takes(updateCustomer, [sent, sent], [{ card: "card_3" }, sent]),
  ],
);
