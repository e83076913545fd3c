import { gate, missingKeysHadStatus, param } from "holdfast";
import { createToken } from "../methods/tokens.js";

export default gate("source_hash_missing_param_is_402", [
  param(createToken, "card", missingKeysHadStatus(402)),
  param(createToken, "bank_account", missingKeysHadStatus(402)),
]);
