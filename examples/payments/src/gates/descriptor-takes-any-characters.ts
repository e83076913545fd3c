import { checkAdded, gate } from "holdfast";
import { captureCharge, createCharge } from "../methods/charges.js";

export default gate("descriptor_takes_any_characters", [
  checkAdded(createCharge, "descriptor_characters"),
  checkAdded(captureCharge, "descriptor_characters"),
]);
