import { checkAdded, gate } from "holdfast";
import { lists } from "../methods/index.js";

export default gate("lists_take_total_count", [
  ...lists.map((one) => checkAdded(one, "total_count_is_gone")),
]);
