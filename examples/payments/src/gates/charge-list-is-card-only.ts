import { behaviour, gate } from "holdfast";

export default gate("charge_list_is_card_only", [behaviour()]);
