import { gate, wireWas } from "holdfast";

export default gate("ignores_unknown_params", [wireWas({ unknownParams: "ignored" })]);
