import { armsAdded, field, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

// #region definitions
const wallet = t.object({ type: t.literal("wallet").describe("A wallet.") });
const card = t.object({ type: t.literal("card").describe("A card.") });
const customer = resourceOf("customer", {
  main: t.union("type", { card, wallet }).nullable().describe("What they pay with first."),
  sources: t.list(t.union("type", { card, wallet })).describe("All that they pay with."),
});
// #endregion
const record = { main: { type: "wallet" }, sources: [{ type: "card" }, { type: "wallet" }] };

export default example(
  {
    customer_knows_no_wallet: [
      // #region gate
      field(customer, "main", armsAdded("wallet")),
      field(customer, "sources", armsAdded("wallet")),
      // #endregion
    ],
  },
  [shows(customer, record, record, { main: null, sources: [{ type: "card" }] })],
);
