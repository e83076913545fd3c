import { field, gate, valuesAdded } from "holdfast";
import { charge } from "../resources/charge.js";

export default gate("charge_lacks_exempted", [
  field(
    charge,
    "payment_method_details.card.three_d_secure.result",
    valuesAdded({ exempted: "attempt_acknowledged" }),
  ),
]);
