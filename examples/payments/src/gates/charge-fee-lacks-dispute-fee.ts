import { field, gate, summed, t, unchanged, wasOfType } from "holdfast";
import { charge } from "../resources/charge.js";
import { feeDetailFields } from "../resources/fees.js";

export default gate("charge_fee_lacks_dispute_fee", [
  field(
    charge,
    "fee",
    wasOfType(
      t
        .integer()
        .describe(
          "What it cost, without disputes. The {balance_transaction.fee} of its {charge.balance_transaction} took its place.",
        ),
      summed("amount"),
      {
        from: ["own_fee_details"],
      },
    ),
  ),
  field(
    charge,
    "fee_details",
    wasOfType(
      t
        .list(t.object(feeDetailFields).describe("One part."))
        .describe("What {charge.fee} is made of."),
      unchanged(),
      { from: ["own_fee_details"] },
    ),
  ),
]);
