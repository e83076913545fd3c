import type { Json } from "holdfast";
import type { SampleLanguage, SampleRequest } from "../sample.js";

/** How wide a line may be before the command is wrapped. */
const WIDE = 72;

/** The command line of curl, for a POSIX shell. */
export const curl: SampleLanguage = {
  id: "curl",
  label: "curl",
  syntax: "shell",
  write: (request, baseUrl, key) => {
    const { version } = request;
    const { url, parts } = sent(request, baseUrl);
    const headers = [
      ...(version ? [[version.header, version.name] as const] : []),
      ...Object.entries(request.headers),
    ].map(([name, value]) => `-H ${quoted(headerLine(name, value))}`);
    const all = [`curl ${quoted(url)}`, `-u ${quoted(`${key}:`)}`, ...headers, ...parts];
    const line = all.join(" ");
    return line.length <= WIDE && !line.includes("\n") ? line : all.join(" \\\n  ");
  },
};

/** curl takes a header that ends in `;` as one without a value, and one that ends in `:` as none. */
function headerLine(name: string, value: string): string {
  return value === "" ? `${name};` : `${name}: ${value}`;
}

/** Where the params go: into the address, a form, or JSON where a form cannot say them. */
function sent(
  { verb, path, params }: SampleRequest,
  baseUrl: string,
): { readonly url: string; readonly parts: readonly string[] } {
  const url = baseUrl + path;
  const entries = Object.entries(params).filter(([, value]) => value !== undefined);
  const asked = verb === "GET" ? [] : [`-X ${verb}`];
  if (entries.length === 0) return { url, parts: asked };
  const pairs = entries.every(([, value]) => hasForm(value))
    ? entries.flatMap(([name, value]) => pairsOf(name, value))
    : undefined;
  if (!pairs) {
    const json = `-d ${quoted(JSON.stringify(Object.fromEntries(entries), null, 2))}`;
    // With a body curl sends a POST, if it is not told otherwise.
    const verbs = verb === "POST" ? [] : [`-X ${verb}`];
    return { url, parts: [...verbs, `-H ${quoted("Content-Type: application/json")}`, json] };
  }
  const data = pairs.map(([name, value]) => dataOf(name, value));
  if (verb === "GET") return { url, parts: ["-G", ...data] };
  return { url, parts: verb === "POST" ? data : [`-X ${verb}`, ...data] };
}

/** A form has no way to say that a list or an object is there and empty. */
function hasForm(value: Json): boolean {
  if (typeof value !== "object" || value === null) return true;
  const inner = Object.values(value).filter((one) => one !== undefined);
  return inner.length > 0 && inner.every(hasForm);
}

type Pair = readonly [name: string, value: string];

function pairsOf(name: string, value: Json): readonly Pair[] {
  if (Array.isArray(value)) {
    // Objects in a list are told apart by their index.
    const isPlain = value.every((one) => typeof one !== "object" || one === null);
    return value.flatMap((one, index) => pairsOf(`${name}[${isPlain ? "" : index}]`, one));
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .flatMap(([key, one]) => pairsOf(`${name}[${key}]`, one as Json));
  }
  return [[name, value === null ? "" : String(value)]];
}

/** Letters that mean nothing to a form, to an address or to curl, so that they need no escape. */
const PLAIN = /^[\w.\-~@:/ ]*$/;
const PLAIN_NAME = /^[\w.\-~[\]]+$/;

/** One `name=value`: curl escapes the value where it must, and we the name, which it takes as it is. */
function dataOf(name: string, value: string): string {
  const known = PLAIN_NAME.test(name) ? name : encodeURIComponent(name);
  // A space and what else stands for itself in no form is left to curl.
  const isPlain = PLAIN.test(value) && !value.includes(" ");
  return `${isPlain ? "-d" : "--data-urlencode"} ${quoted(`${known}=${value}`)}`;
}

/** A word of a POSIX shell: as it is where nothing in it means anything, else in single quotes. */
export function quoted(text: string): string {
  return /^[\w.\-~@:/=+,%]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
