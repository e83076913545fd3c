import { error, field, renamedTo, t, wasOfType } from "../index.js";
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
const message = "Your card was declined.";
const today = { error: { type: "card_error", code: "card_declined", message } };
const before = { error: { type: "failure", reason: "card_declined", message } };

export default example(
  {
    decline_is_a_failure: [
      // #region gate
      field(cardDeclined, "type", wasOfType(t.literal("failure").describe("Its kind."))),
      field(cardDeclined, "reason", renamedTo("code")),
      // #endregion
    ],
  },
  [
    calls(
      createCharge,
      "answer",
      [{}, { status: 402, body: today }],
      [{}, { status: 402, body: before }],
    ),
  ],
);
