import { field, gate, renamedTo } from "holdfast";
import { event } from "../resources/event.js";

export default gate("event_has_user_id", [field(event, "user_id", renamedTo("account"))]);
