import { field, gate, param, removed } from "holdfast";
import { createToken } from "../methods/tokens.js";
import { token } from "../resources/token.js";

export default gate("token_has_amount", [
  field(token, "amount", removed()),
  field(token, "currency", removed()),
  param(createToken, "amount", removed()),
  param(createToken, "currency", removed()),
]);
