import { field, gate, t, unchanged, wasOfType } from "holdfast";
import { charge } from "../resources/charge.js";
import { refund } from "../resources/refund.js";

export default gate("charge_shows_bank_debit_refunds", [
  field(
    charge,
    "refunds",
    wasOfType(t.page(refund).describe("What was given back, newest first."), unchanged(), {
      from: ["all_refunds"],
    }),
  ),
]);
