import { field, follows, gate, isOneOf, t, wasComputed } from "holdfast";
import { charge } from "../resources/charge.js";

const threeDSecure = "payment_method_details.card.three_d_secure";

export default gate("three_d_secure_has_booleans", [
  field(
    charge,
    `${threeDSecure}.authenticated`,
    wasComputed(
      t.boolean().describe("Whether the cardholder proved who they are."),
      isOneOf("authenticated"),
      { from: [`${threeDSecure}.result`] },
    ),
  ),
  field(
    charge,
    `${threeDSecure}.succeeded`,
    wasComputed(
      t.boolean().describe("Whether 3-D Secure went as it should."),
      follows((result) =>
        result.match(
          [
            [null, false],
            ["failed", false],
          ],
          true,
        ),
      ),
      { from: [`${threeDSecure}.result`] },
    ),
  ),
]);
