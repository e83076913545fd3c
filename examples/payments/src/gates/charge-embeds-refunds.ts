import { becameExpandOnly, field, gate } from "holdfast";
import { charge } from "../resources/charge.js";

export default gate("charge_embeds_refunds", [field(charge, "refunds", becameExpandOnly())]);
