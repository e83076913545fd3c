import { field, gate, valuesAdded } from "holdfast";
import { dispute } from "../resources/dispute.js";

export default gate("dispute_lacks_warning_statuses", [
  field(
    dispute,
    "status",
    valuesAdded({
      warning_needs_response: "needs_response",
      warning_under_review: "under_review",
      charge_refunded: "lost",
    }),
  ),
]);
