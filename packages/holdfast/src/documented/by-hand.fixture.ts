import { byHand, field, param, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const card = resourceOf("card", {
  // #region fields of card
  brand: t.string().describe("Whose card it is."),
  // #endregion
});
const createCard = taking("cards.create", {
  // #region params of cards.create
  brand: t.string().describe("Whose card it is."),
  // #endregion
});

// #region what was before
const wasLoud = wasOfType(
  t.string().describe("Whose card it is, in capitals."),
  byHand({
    down: (brand: string) => brand.toUpperCase(),
    up: (brand: string) => brand.toLowerCase(),
    samples: [["visa", "VISA"]],
    loss: "capitals within a name",
  }),
);
// #endregion
export default example(
  {
    card_brand_is_loud: [
      // #region gate
      field(card, "brand", wasLoud),
      param(createCard, "brand", wasLoud),
      // #endregion
    ],
  },
  [
    shows(card, { brand: "visa" }, { brand: "visa" }, { brand: "VISA" }),
    takes(
      createCard,
      [{ brand: "visa" }, { brand: "visa" }],
      [{ brand: "VISA" }, { brand: "visa" }],
    ),
  ],
);
