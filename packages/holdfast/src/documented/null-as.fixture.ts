import { field, nullAs, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const card = resourceOf("card", {
  // #region fields of card
  brand: t.string().nullable().describe("Whose card it is."),
  // #endregion
});

export default example(
  {
    card_brand_unknown: [
      // #region gate
      field(card, "brand", wasOfType(t.string().describe("Whose card it is."), nullAs("Unknown"))),
      // #endregion
    ],
  },
  [shows(card, { brand: null }, { brand: null }, { brand: "Unknown" })],
);
