import { field, follows, gate, t, wasOfType } from "holdfast";
import { dispute, statusesOf2014 } from "../resources/dispute.js";

export default gate("refunded_dispute_is_not_won", [
  field(
    dispute,
    "status",
    wasOfType(
      t.enum(statusesOf2014).describe("How it stands."),
      follows((status, refunded) =>
        status.match([["won", refunded.match([[true, "charge_refunded"]], status)]]),
      ),
      { from: ["status", "charge_was_refunded"] },
    ),
  ),
]);
