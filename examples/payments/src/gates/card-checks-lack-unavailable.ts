import { field, gate, valuesAdded } from "holdfast";
import { card } from "../resources/card.js";

export default gate("card_checks_lack_unavailable", [
  ...["address_line1_check", "address_zip_check", "cvc_check"].map((check) =>
    field(card, check, valuesAdded({ unavailable: "unchecked" })),
  ),
]);
