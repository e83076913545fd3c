import { gate, wireWas } from "holdfast";

export default gate("omits_null_fields", [wireWas({ nulls: "omitted" })]);
