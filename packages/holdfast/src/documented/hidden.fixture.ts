import { field, hiddenFromPublishableKeys, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const card = resourceOf("card", {
  // #region fields of card
  last4: t.string().describe("The last digits."),
  fingerprint: t.string().secretOnly().describe("The same for the same number."),
  // #endregion
});
const record = { last4: "4242", fingerprint: "f" };

const shown = shows(card, record, record, record);

export default example(
  {
    card_shows_fingerprint: [
      // #region gate
      field(card, "fingerprint", hiddenFromPublishableKeys()),
      // #endregion
    ],
  },
  [shown, { ...shown, gives: [{ last4: "4242" }, record], publishable: true }],
);
