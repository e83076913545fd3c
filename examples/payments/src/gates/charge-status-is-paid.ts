import { field, gate, valuesRenamed } from "holdfast";
import { charge } from "../resources/charge.js";

export default gate("charge_status_is_paid", [
  field(charge, "status", valuesRenamed({ paid: "succeeded" })),
]);
