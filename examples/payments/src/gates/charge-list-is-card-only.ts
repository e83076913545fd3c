import { gate, viewWas } from "holdfast";
import { listCharges } from "../methods/charges.js";

export default gate("charge_list_is_card_only", [
  viewWas(listCharges, { "source.object": "card" }),
]);
