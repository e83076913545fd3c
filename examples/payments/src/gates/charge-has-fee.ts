import { field, gate, t, wasComputed } from "holdfast";
import { charge } from "../resources/charge.js";
import { feeDetailFields, sumOfFees } from "../resources/fees.js";

export default gate("charge_has_fee", [
  field(
    charge,
    "fee",
    wasComputed(t.integer().describe("What it cost, disputes included."), {
      from: ["all_fee_details"],
      down: sumOfFees,
    }),
  ),
  field(
    charge,
    "fee_details",
    wasComputed(
      t
        .list(t.object(feeDetailFields).describe("One part."))
        .describe("What {charge.fee} is made of."),
      { from: ["all_fee_details"], down: (details) => details },
    ),
  ),
]);
