import { field, itemsOfPage, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const card = resourceOf("card", { last4: t.string().describe("The last digits.") });
const customer = resourceOf("customer", {
  // #region fields of customer
  sources: t.page(card).describe("What they pay with."),
  // #endregion
});
const data = [{ last4: "4242" }];

export default example(
  {
    customer_has_cards: [
      // #region gate
      field(
        customer,
        "cards",
        wasOfType(t.list(t.resource(card)).describe("Their cards."), itemsOfPage(), {
          now: "sources",
        }),
      ),
      // #endregion
    ],
  },
  [
    shows(
      customer,
      { sources: { data, has_more: false, url: "/sources", total_count: async () => 1 } },
      { sources: { object: "list", url: "/sources", has_more: false, data } },
      { cards: data },
    ),
  ],
  { resources: [card] },
);
