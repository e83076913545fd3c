import { field, gate, hiddenFromPublishableKeys } from "holdfast";
import { bankAccount } from "../resources/bank-account.js";
import { card } from "../resources/card.js";

export default gate("publishable_key_sees_fingerprints", [
  field(card, "fingerprint", hiddenFromPublishableKeys()),
  field(bankAccount, "fingerprint", hiddenFromPublishableKeys()),
]);
