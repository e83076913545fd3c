import { field, gate, removed } from "holdfast";
import { charge } from "../resources/charge.js";

export default gate("charge_has_fee", [
  field(charge, "fee", removed()),
  field(charge, "fee_details", removed()),
]);
