import { field, gate, oneMember, t, wasOfType } from "holdfast";
import { event } from "../resources/event.js";

export default gate("event_request_is_id", [
  field(
    event,
    "request",
    wasOfType(
      t.string().nullable().describe("The request that caused it, by id."),
      oneMember("id"),
    ),
  ),
]);
