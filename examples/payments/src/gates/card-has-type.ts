import { field, gate, renamedTo } from "holdfast";
import { card } from "../resources/card.js";

export default gate("card_has_type", [field(card, "type", renamedTo("brand"))]);
