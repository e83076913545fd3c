import { gate, keysWere } from "holdfast";
import { retrieveToken } from "../methods/tokens.js";

export default gate("publishable_key_reads_tokens", [
  keysWere(retrieveToken, ["secret", "publishable"]),
]);
