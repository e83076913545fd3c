import { gate, wireWas } from "holdfast";

export default gate("replays_mismatched_idempotency_keys", [
  wireWas({ mismatchedKeys: "replayed" }),
]);
