import { becameReference, field, gate } from "holdfast";
import { charge } from "../resources/charge.js";

export default gate("charge_embeds_outcome_rule", [
  field(charge, "outcome.rule", becameReference()),
]);
