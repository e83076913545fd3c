import { field, gate, oneMember, t, wasOfType } from "holdfast";
import { dispute } from "../resources/dispute.js";

export default gate("dispute_evidence_is_text", [
  field(
    dispute,
    "evidence",
    wasOfType(
      t.string().nullable().describe("What you have said for yourself."),
      oneMember("uncategorized_text"),
    ),
  ),
]);
