import { becamePage, field, gate } from "holdfast";
import { charge } from "../resources/charge.js";

export default gate("charge_refunds_is_array", [field(charge, "refunds", becamePage())]);
