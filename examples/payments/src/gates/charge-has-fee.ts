import { field, gate, summed, t, unchanged, wasComputed } from "holdfast";
import { charge } from "../resources/charge.js";
import { feeDetailFields } from "../resources/fees.js";

export default gate("charge_has_fee", [
  field(
    charge,
    "fee",
    wasComputed(
      t
        .integer()
        .describe(
          "What it cost, disputes included. The {balance_transaction.fee} of its {charge.balance_transaction} took its place.",
        ),
      summed("amount"),
      {
        from: ["all_fee_details"],
      },
    ),
  ),
  field(
    charge,
    "fee_details",
    wasComputed(
      t
        .list(t.object(feeDetailFields).describe("One part."))
        .describe("What {charge.fee} is made of."),
      unchanged(),
      { from: ["all_fee_details"] },
    ),
  ),
]);
