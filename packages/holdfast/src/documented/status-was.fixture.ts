import { error, statusWas } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, raising } from "./rows.fixture.js";

// #region definitions
const cardDeclined = error("card_declined", {
  status: 402,
  type: "card_error",
  code: "card_declined",
  description: "The bank refused.",
  message: "Your card was declined.",
});
// #endregion
const createCharge = raising("charges.create", cardDeclined);
const body = {
  error: { type: "card_error", code: "card_declined", message: "Your card was declined." },
};

export default example(
  {
    decline_is_400: [
      // #region gate
      statusWas(cardDeclined, 400),
      // #endregion
    ],
  },
  [calls(createCharge, "answer", [{}, { status: 402, body }], [{}, { status: 400, body }])],
);
