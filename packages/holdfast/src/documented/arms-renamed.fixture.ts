import { armsRenamed, field, param, renamedTo, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

// #region definitions
const digits = t.string().describe("The last digits.");
const source = t.union("type", {
  card: t.object({ type: t.literal("card").describe("A card."), last4: digits }),
  bank_account: t.object({
    type: t.literal("bank_account").describe("An account."),
    last4: digits,
  }),
});
const charge = resourceOf("charge", { source: source.describe("What was charged.") });
const createCharge = taking("charges.create", { source: source.describe("What to charge.") });
// #endregion
const today = { source: { type: "bank_account", last4: "6789" } };
const before = { source: { type: "bank", number: "6789" } };

export default example(
  {
    charge_source_is_a_bank: [
      // #region gate
      field(charge, "source", armsRenamed({ bank: "bank_account" })),
      field(charge, "source<bank>.number", renamedTo("last4")),
      param(createCharge, "source", armsRenamed({ bank: "bank_account" })),
      param(createCharge, "source<bank>.number", renamedTo("last4")),
      // #endregion
    ],
  },
  [shows(charge, today, today, before), takes(createCharge, [today, today], [before, today])],
);
