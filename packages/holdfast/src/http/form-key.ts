import { addressOf, MAX_DEPTH } from "./address.js";
import { DecodeError } from "./decode-error.js";

/**
 * Splits a decoded form key into its segments: `card[number]` → `["card", "number"]`. The empty
 * segment is "the next element of the list": `items[]` → `["items", ""]`.
 *
 * @throws DecodeError `malformed_key`, `nesting_too_deep`, `forbidden_key`
 */
export function splitKey(key: string): string[] {
  let open = key.indexOf("[");
  const name = open === -1 ? key : key.slice(0, open);
  if (name === "" || name.includes("]")) throw new DecodeError("malformed_key", { param: key });
  const path = [name];
  while (open !== -1) {
    const close = key.indexOf("]", open);
    const segment = key.slice(open + 1, close);
    const next = close + 1;
    const ends = next === key.length;
    if (close === -1 || segment.includes("[") || !(ends || key[next] === "[")) {
      throw new DecodeError("malformed_key", { param: key });
    }
    if (path.push(segment) > MAX_DEPTH) throw new DecodeError("nesting_too_deep", { param: name });
    open = ends ? -1 : next;
  }
  if (path.includes("__proto__")) throw new DecodeError("forbidden_key", { param: name });
  for (let i = 1; i + 1 < path.length; i++) {
    if (path[i] === "" && path[i + 1] === "") {
      throw new DecodeError("list_in_list", { param: addressOf(path) });
    }
  }
  return path;
}
