import { armsRemoved, field, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

// #region definitions
const card = t.object({ type: t.literal("card").describe("A card.") });
const bitcoin = t
  .object({ type: t.literal("bitcoin").describe("A coin.") })
  .until("customer_knows_bitcoin");
const customer = resourceOf("customer", {
  sources: t.list(t.union("type", { card, bitcoin })).describe("All that they pay with."),
});
// #endregion
const record = { sources: [{ type: "card" }, { type: "bitcoin" }] };

export default example(
  {
    customer_knows_bitcoin: [
      // #region gate
      field(customer, "sources", armsRemoved("bitcoin")),
      // #endregion
    ],
  },
  [shows(customer, record, { sources: [{ type: "card" }] }, record)],
);
