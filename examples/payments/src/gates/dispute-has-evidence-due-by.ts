import { added, field, gate, renamedTo } from "holdfast";
import { dispute } from "../resources/dispute.js";

export default gate("dispute_has_evidence_due_by", [
  field(dispute, "evidence_due_by", renamedTo("evidence_details.due_by")),
  field(dispute, "evidence_details", added()),
]);
