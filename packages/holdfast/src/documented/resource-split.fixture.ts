import { field, formOf, renamedTo, resource, resourceWas, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

// #region definitions
const source = resource("source", {
  description: "What can be charged.",
  fields: {
    object: t.literal("source").describe("What it is."),
    type: t.enum({ card: "A card.", bank: "An account." }).describe("Which."),
    last4: t.string().describe("The last digits."),
  },
}).from<{ readonly type: "card" | "bank"; readonly last4: string }>();
const wallet = resourceOf("wallet", { sources: t.list(t.resource(source)).describe("All.") });
// #endregion
const card = { type: "card", last4: "4242" };
const bank = { type: "bank", last4: "6789" };

export default example(
  {
    source_is_a_card_or_account: [
      // #region gate
      resourceWas(source, { by: "type", names: { card: "card", bank: "bank_account" } }),
      field(formOf(source, "bank_account"), "digits", renamedTo("last4")),
      // #endregion
    ],
  },
  [
    shows(
      wallet,
      { sources: [card, bank] },
      {
        sources: [
          { object: "source", ...card },
          { object: "source", ...bank },
        ],
      },
      {
        sources: [
          { object: "card", ...card },
          { object: "bank_account", type: "bank", digits: "6789" },
        ],
      },
    ),
  ],
  { resources: [source] },
);
