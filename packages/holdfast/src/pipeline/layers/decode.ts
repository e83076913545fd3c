import { decodeParams } from "../../http/decode-request.js";
import type { Layer } from "../call.js";

/** Decodes the query string and the body. */
export const decode: Layer = {
  name: "decode",
  async run(call, next) {
    call.sent = decodeParams(call.request);
    return next();
  },
};
