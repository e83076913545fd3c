import { field, gate, valuesAdded } from "holdfast";
import { dispute } from "../resources/dispute.js";

export default gate("dispute_lacks_warning_closed", [
  field(dispute, "status", valuesAdded({ warning_closed: "warning_under_review" })),
]);
