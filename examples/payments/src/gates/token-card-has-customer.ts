import { field, gate, removed } from "holdfast";
import { token } from "../resources/token.js";

export default gate("token_card_has_customer", [field(token, "card.customer", removed())]);
