import { bodyFormat } from "./content-type.js";
import { DecodeError } from "./decode-error.js";
import { decodeForm } from "./decode-form.js";
import { decodeJsonText } from "./decode-json.js";
import type { WireObject, WireRequest, WireValue } from "./message.js";
import { textOf } from "./text.js";

/** The params of a request, from its query string and its body. */
export interface DecodedParams {
  readonly params: WireObject;
  /**
   * Whether the top-level param came as text (from a query string or a form), so that `"5"` may
   * stand for 5. What came in a JSON body is typed already.
   */
  readonly isText: (param: string) => boolean;
  /** Whether all params are typed. */
  readonly typed: boolean;
}

const always = (): boolean => true;

/**
 * Decodes a request's params. A body counts with every method: the oldest clients send the params
 * of a GET in one. A param may stand in both the query string and the body if both say the same.
 *
 * @throws DecodeError
 */
export function decodeParams(request: WireRequest): DecodedParams {
  const query = decodeText(request.query, decodeForm);
  if (request.body.length === 0) return { params: query, isText: always, typed: false };
  const format = bodyFormat(request);
  const body = decodeText(textOf(request.body), (text) =>
    format === "json" ? decodeJsonText(text) : decodeForm(text),
  );
  const params = request.query === "" ? body : merged(query, body);
  const typed = format === "json";
  return {
    params,
    isText: typed ? (param) => !(param in body) : always,
    typed: typed && request.query === "",
  };
}

/**
 * The params of a request as one text of pairs; undefined where they are in a body that is no form,
 * or in two places.
 *
 * @throws DecodeError
 */
export function formOf(request: WireRequest): string | undefined {
  if (request.body.length === 0) return request.query;
  if (request.query !== "" || bodyFormat(request) !== "form") return undefined;
  return textOf(request.body);
}

// Databases do not take NUL in texts, so that it must not come any further.
const maybeNul = /\0|%00|\\u0000/;

function decodeText(text: string, decode: (text: string) => WireObject): WireObject {
  const params = decode(text);
  if (maybeNul.test(text) && holdsNul(params)) throw new DecodeError("nul_character");
  return params;
}

function holdsNul(value: WireValue): boolean {
  if (typeof value === "string") return value.includes("\0");
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key.includes("\0") || holdsNul(inner));
}

function merged(query: WireObject, body: WireObject): WireObject {
  for (const key in query) {
    const inBody = body[key];
    if (inBody !== undefined && !says(query[key], inBody)) {
      throw new DecodeError("query_and_body_disagree", { param: key });
    }
  }
  return Object.assign(Object.create(null), query, body) as WireObject;
}

/** Whether the text from a query string and a value from a body, perhaps typed, say the same. */
function says(text: WireValue | undefined, value: WireValue | undefined): boolean {
  if (typeof text !== "object" || text === null) {
    return value !== null && typeof value !== "object" && text === String(value);
  }
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(text) !== Array.isArray(value)) return false;
  const other = value as WireObject;
  const keys = Object.keys(text);
  return (
    keys.length === Object.keys(value).length &&
    keys.every((key) => Object.hasOwn(other, key) && says((text as WireObject)[key], other[key]))
  );
}
