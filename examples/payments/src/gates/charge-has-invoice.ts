import { field, gate, removed } from "holdfast";
import { charge } from "../resources/charge.js";

export default gate("charge_has_invoice", [field(charge, "invoice", removed())]);
