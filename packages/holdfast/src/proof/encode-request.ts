import type { MethodShape } from "../contract/contract.js";
import { isHash } from "../definition/kinds/containers.js";
import { mapParams, routeParams } from "../definition/route-params.js";
import type { WireObject, WireRequest, WireValue } from "../http/message.js";

/** How a request carries its params. */
export interface Style {
  readonly name: string;
  readonly place: "query" | "body";
  /** How a form writes an item of a list; undefined where params are sent as JSON. */
  readonly list: ((key: string, index: number) => string) | undefined;
}

const appended = (key: string): string => `${key}[]`;
const indexed = (key: string, index: number): string => `${key}[${index}]`;

/** The ways in which clients of all ages send params. */
export const STYLES: readonly Style[] = [
  { name: "JSON", place: "body", list: undefined },
  { name: "form", place: "body", list: appended },
  { name: "form with indexes", place: "body", list: indexed },
  { name: "query", place: "query", list: appended },
];

const bytes = new TextEncoder();

/** The request that a client sends, byte for byte. What has no form in a form is sent as JSON. */
export function encodeRequest(
  { verb, path, params: shape }: Pick<MethodShape, "verb" | "path" | "params">,
  params: WireObject,
  style: Style,
): WireRequest {
  const inPath = routeParams(path);
  const headers: Record<string, string> = {};
  const rest = Object.entries(params).filter(([name, value]) => {
    const header = shape.fields.get(name)?.info.header;
    if (header !== undefined) headers[header.toLowerCase()] = value === null ? "" : String(value);
    return header === undefined && !inPath.includes(name);
  });
  const filled = mapParams(path, (name) => encodeURIComponent(String(params[name] ?? "")));
  const { list, place } = style;
  const isForm = list !== undefined && rest.every(([, value]) => hasForm(value));
  const form = isForm ? rest.flatMap(([name, value]) => pairs(name, value, list)).join("&") : "";
  const inQuery = isForm && place === "query";
  const json = rest.length === 0 ? "" : JSON.stringify(Object.fromEntries(rest));
  const type = isForm ? "application/x-www-form-urlencoded" : "application/json";
  return {
    method: verb,
    path: filled,
    query: inQuery ? form : "",
    headers: inQuery ? headers : { ...headers, "content-type": type },
    body: bytes.encode(inQuery ? "" : isForm ? form : json),
  };
}

/** A form has no way to say that a list or a hash is there and empty. */
function hasForm(value: WireValue): boolean {
  if (typeof value !== "object" || value === null) return true;
  const inner = Object.values(value) as WireValue[];
  return inner.length > 0 && inner.every(hasForm);
}

function pairs(key: string, value: WireValue, list: NonNullable<Style["list"]>): string[] {
  if (isHash(value)) {
    return Object.entries(value).flatMap(([name, inner]) => pairs(`${key}[${name}]`, inner, list));
  }
  if (Array.isArray(value)) {
    // What `[]` stands for in front of a hash hangs on its keys.
    const item = value.some((one) => typeof one === "object") ? indexed : list;
    return value.flatMap((one: WireValue, index) => pairs(item(key, index), one, list));
  }
  return [`${encodeURIComponent(key)}=${encodeURIComponent(value === null ? "" : String(value))}`];
}
