import { field, param, renamedTo, t, wasObject } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  card_last4: t.string().nullable().describe("The last digits."),
  card_brand: t.string().nullable().describe("Whose card it is."),
  // #endregion
});
const createCharge = taking("charges.create", {
  // #region params of charges.create
  card_number: t.string().describe("The card's number."),
  // #endregion
});
const record = { card_last4: "4242", card_brand: "Visa" };
const sent = { card_number: "4242" };

export default example(
  {
    charge_has_card: [
      // #region gate
      field(charge, "card", wasObject("What was charged.", { null: "without members" })),
      field(charge, "card.last4", renamedTo(".card_last4")),
      field(charge, "card.brand", renamedTo(".card_brand")),
      param(createCharge, "card", wasObject("What to charge.")),
      param(createCharge, "card.number", renamedTo(".card_number")),
      // #endregion
    ],
  },
  [
    shows(charge, record, record, { card: { last4: "4242", brand: "Visa" } }),
    takes(createCharge, [sent, sent], [{ card: { number: "4242" } }, sent]),
  ],
);
