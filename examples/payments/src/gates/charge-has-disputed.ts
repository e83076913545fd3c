import { field, gate, isPresent, t, wasOfType } from "holdfast";
import { charge } from "../resources/charge.js";

export default gate("charge_has_disputed", [
  field(
    charge,
    "disputed",
    wasOfType(t.boolean().describe("Whether it is disputed."), isPresent(), {
      now: "dispute",
    }),
  ),
]);
