import { behaviour, gate } from "holdfast";

export default gate("charge_descriptor_is_full_text", [behaviour()]);
