import { field, renamedTo, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

// #region definitions
const card = resourceOf("card", { last4: t.string().describe("The last digits.") });
const charge = resourceOf("charge", { card: t.resource(card).describe("What was charged.") });
const token = resourceOf("token", { card: t.resource(card).describe("What it stands for.") });
// #endregion
const record = { card: { last4: "4242" } };

export default example(
  {
    token_card_has_digits: [
      // #region gate
      field(token, "card.digits", renamedTo("last4")),
      // #endregion
    ],
  },
  [
    shows(token, record, record, { card: { digits: "4242" } }),
    shows(charge, record, record, record),
  ],
  { resources: [card] },
);
