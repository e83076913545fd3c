import { resourcesWere, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

// #region definitions
const last4 = t.string().describe("The last digits.");
const card = resourceOf("card", { object: t.literal("card").describe("A card."), last4 });
const account = resourceOf("account", {
  object: t.literal("account").describe("An account."),
  last4,
});
// #endregion
const record = { last4: "4242" };

export default example(
  {
    payment_methods_are_one: [
      // #region gate
      ...resourcesWere([card, account], "payment_method"),
      // #endregion
    ],
  },
  [
    shows(card, record, { object: "card", ...record }, { object: "payment_method", ...record }),
    shows(
      account,
      record,
      { object: "account", ...record },
      { object: "payment_method", ...record },
    ),
  ],
);
