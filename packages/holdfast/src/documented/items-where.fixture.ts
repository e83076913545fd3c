import { field, itemsWhere, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

// #region definitions
const source = t.object({
  object: t.string().describe("What it is."),
  id: t.string().describe("Its id."),
});
const customer = resourceOf("customer", {
  sources: t.list(source).describe("What they pay with."),
});
// #endregion
const card = { object: "card", id: "card_1" };
const sources = [{ object: "bank", id: "ba_1" }, card];

export default example(
  {
    customer_has_cards: [
      // #region gate
      field(
        customer,
        "cards",
        wasOfType(t.list(source).describe("Their cards."), itemsWhere("object", "card"), {
          now: "sources",
        }),
      ),
      // #endregion
    ],
  },
  [shows(customer, { sources }, { sources }, { cards: [card] })],
);
