import { field, gate, param, renamedTo } from "holdfast";
import { createCharge } from "../methods/charges.js";
import { charge } from "../resources/charge.js";

export default gate("charge_has_card", [
  field(charge, "card", renamedTo("source")),
  param(createCharge, "card", renamedTo("source")),
]);
