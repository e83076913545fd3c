import { gate, param, unknownKeysBecameRefused } from "holdfast";
import { bankAccounts, cards, sources } from "../methods/sources.js";
import { createToken } from "../methods/tokens.js";

export default gate("source_hash_ignores_unknown_params", [
  param(createToken, "card", unknownKeysBecameRefused()),
  param(createToken, "bank_account", unknownKeysBecameRefused()),
  ...[sources, cards, bankAccounts].map(({ create }) =>
    param(create, "source", unknownKeysBecameRefused()),
  ),
]);
