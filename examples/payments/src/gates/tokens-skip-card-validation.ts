import { behaviour, gate } from "holdfast";

export default gate("tokens_skip_card_validation", [behaviour()]);
