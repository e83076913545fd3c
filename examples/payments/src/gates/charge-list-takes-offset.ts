import { checkAdded, gate } from "holdfast";
import { listCharges } from "../methods/charges.js";

export default gate("charge_list_takes_offset", [checkAdded(listCharges, "offset_needs_source")]);
