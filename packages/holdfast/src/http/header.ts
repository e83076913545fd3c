import type { WireRequest } from "./message.js";

/** A header that may be sent once: its value, nothing when absent, `twice` when it came again. */
export type SingleHeader =
  | { readonly value: string | undefined; readonly twice: false }
  | { readonly twice: true };

const absent: SingleHeader = { value: undefined, twice: false };
const again: SingleHeader = { twice: true };

/** @param name in lower case */
export function singleHeader(request: WireRequest, name: string): SingleHeader {
  const value = request.headers[name];
  if (value === undefined) return absent;
  if (typeof value === "string") return { value, twice: false };
  return value.length > 1 ? again : { value: value[0], twice: false };
}

/** Whether the text is a token (RFC 9110, section 5.6.2): the name of a header or of a method. */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(text);
}
