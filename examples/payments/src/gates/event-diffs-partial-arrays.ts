import { gate, wireWas } from "holdfast";

export default gate("event_diffs_partial_arrays", [wireWas({ diffLists: "entries" })]);
