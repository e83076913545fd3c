import { error, method, successWasFailure, t } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, resourceOf } from "./rows.fixture.js";

// #region definitions
const subscription = resourceOf("subscription", { status: t.string().describe("How it is.") });
const declined = error("card_declined", {
  status: 402,
  type: "card_error",
  description: "The bank refused.",
  message: "Your card was declined.",
});
const createSubscription = method("subscriptions.create", {
  route: "POST /v1/subscriptions",
  description: "Begins a subscription.",
  returns: subscription,
}).execute(async () => ({ status: "incomplete" }) as never);
// #endregion

export default example(
  {
    incomplete_is_declined: [
      // #region gate
      successWasFailure(createSubscription, declined, { where: "status", is: ["incomplete"] }),
      // #endregion
    ],
  },
  [
    calls(
      createSubscription,
      "answer",
      [{}, { status: 200, body: { status: "incomplete" } }],
      [
        {},
        {
          status: 402,
          body: { error: { type: "card_error", message: "Your card was declined." } },
        },
      ],
    ),
  ],
  { resources: [subscription], errors: [declined] },
);
