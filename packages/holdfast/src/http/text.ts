import { DecodeError } from "./decode-error.js";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const loneSurrogate = /\p{Surrogate}/u;

/**
 * Bytes as text.
 *
 * @throws DecodeError `invalid_utf8`, `byte_order_mark` (RFC 8259, section 8.1)
 */
export function textOf(bytes: Uint8Array): string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new DecodeError("invalid_utf8");
  }
  if (text.charCodeAt(0) === 0xfeff) throw new DecodeError("byte_order_mark");
  return text;
}

/** Whether the text holds half of a surrogate pair, which no UTF-8 can say. */
export function hasLoneSurrogate(text: string): boolean {
  return loneSurrogate.test(text);
}
