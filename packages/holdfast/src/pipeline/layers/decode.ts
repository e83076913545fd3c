import type { QuickRead } from "../../compile/quick-reader.js";
import { raise } from "../../definition/raised.js";
import { type DecodedParams, decodeParams, formOf } from "../../http/decode-request.js";
import type { WireRequest } from "../../http/message.js";
import { type Call, type Layer, need } from "../call.js";
import * as errors from "../errors.js";
import { takesHeaders, withHeaders } from "../header-params.js";

/**
 * Decodes the query string and the body. Plain forms are read on to head's params in the same run;
 * their tree is made only for who asks for it.
 */
export const decode: Layer = {
  name: "decode",
  async run(call, next) {
    if (call.tooLarge) {
      raise(errors.requestTooLarge, { reason: "The request's body is too large." });
    }
    if (takesHeaders(need(call, "method"))) {
      call.sent = withHeaders(call, decodeParams(call.request));
      return next();
    }
    const read = quickForm(call);
    if (read) {
      call.read = read;
      call.sent = new Undecoded(call.request);
    } else {
      call.sent = decodeParams(call.request);
    }
    return next();
  },
};

function quickForm(call: Call): QuickRead | undefined {
  const reader = need(call, "contract").quickReader(need(call, "method"));
  const text = reader && formOf(call.request);
  return text === undefined ? undefined : reader?.form(text, need(call, "pathParams"));
}

/** A form that is decoded when it is looked at. */
class Undecoded implements DecodedParams {
  readonly #request: WireRequest;
  #params: DecodedParams["params"] | undefined;
  readonly typed = false;

  constructor(request: WireRequest) {
    this.#request = request;
  }

  get params(): DecodedParams["params"] {
    this.#params ??= decodeParams(this.#request).params;
    return this.#params;
  }

  isText(): boolean {
    return true;
  }
}
