import { gate, wireWas } from "holdfast";

export default gate("lists_are_bare_arrays", [wireWas({ lists: "array" })]);
