import { DecodeError } from "./decode-error.js";
import { splitKey } from "./form-key.js";
import { emptyBranch, type FormBranch, isIndex, putLeaf, withIndexedLists } from "./form-tree.js";
import type { WireObject } from "./message.js";
import { hasLoneSurrogate } from "./text.js";

/** More pairs than this are refused. */
export const MAX_PAIRS = 10_000;
const beyondAscii = /[^\0-\x7f]/;

/**
 * Decodes a query string or a body of `application/x-www-form-urlencoded` (WHATWG URL, section 5),
 * with the nesting that clients of all ages send: `a[b]=c`, `a[]=x`, `a[][b]=c`, `a[0][b]=c`.
 * Every value stays a text. Empty pairs (`&&`) are skipped; a key without `=` is an empty text.
 *
 * @throws DecodeError
 */
export function decodeForm(text: string): WireObject {
  const root = emptyBranch();
  if (beyondAscii.test(text) && hasLoneSurrogate(text)) throw new DecodeError("lone_surrogate");
  const escaped = text.includes("%") || text.includes("+");
  let indexed = false;
  let pairs = 0;
  for (let start = 0; start < text.length; ) {
    const ampersand = text.indexOf("&", start);
    const end = ampersand === -1 ? text.length : ampersand;
    if (end > start) {
      if (++pairs > MAX_PAIRS) throw new DecodeError("too_many_params");
      const path = putPair(root, text.slice(start, end), escaped);
      if (path?.some(isIndex)) indexed = true;
    }
    start = end + 1;
  }
  return indexed ? withIndexedLists(root) : (root as WireObject);
}

/** Puts one `key=value` into the tree. Returns the path of a nested key, nothing for a plain one. */
function putPair(root: FormBranch, pair: string, escaped: boolean): readonly string[] | undefined {
  const equals = pair.indexOf("=");
  const rawKey = equals === -1 ? pair : pair.slice(0, equals);
  const rawValue = equals === -1 ? "" : pair.slice(equals + 1);
  const key = escaped ? unescaped(rawKey) : rawKey;
  const value = escaped ? unescaped(rawValue, key) : rawValue;
  const path = splitKey(key);
  putLeaf(root, path, value);
  return path.length > 1 ? path : undefined;
}

/** @param key the param whose value this is, for the error */
function unescaped(text: string, key?: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    const malformed = /%(?![0-9a-f]{2})/i.test(spaced);
    throw new DecodeError(
      malformed ? "malformed_percent_encoding" : "invalid_utf8",
      key === undefined ? {} : { param: key },
    );
  }
}
