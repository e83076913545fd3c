export { type CorsOptions, corsHeaders, preflight } from "./cors.js";
export { type PresentedKey, presentedKey } from "./credentials.js";
export {
  DecodeError,
  type DecodeErrorCode,
  type DecodeErrorPlace,
  decodeErrors,
} from "./decode-error.js";
export { decodeForm } from "./decode-form.js";
export { decodeJson } from "./decode-json.js";
export { type DecodedParams, decodeParams } from "./decode-request.js";
export { toFetchHandler } from "./fetch-handler.js";
export { isToken, type SingleHeader, singleHeader } from "./header.js";
export type { SentResponse, WireObject, WireRequest, WireResponse, WireValue } from "./message.js";
export { type RunningServer, type ServeOptions, serve } from "./node-server.js";
export type { TransportOptions, WireHandler } from "./transport.js";
export { type RenderError, type TransportErrorCode, transportErrors } from "./transport-error.js";
