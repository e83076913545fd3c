import { added, field, gate, param, removed, supersededBy } from "holdfast";
import { lists } from "../methods/index.js";
import { list } from "../resources/list.js";

export default gate("lists_have_count", [
  field(list, "count", removed()),
  field(list, "has_more", added()),
  ...lists.map((one) => param(one, "count", supersededBy("limit"))),
]);
