import { formPairs } from "../form.js";
import type { SampleLanguage, SampleRequest } from "../sample.js";

/** How wide a line may be before the command is wrapped. */
const WIDE = 72;

/** The command line of curl, for a POSIX shell. */
export const curl: SampleLanguage = {
  id: "curl",
  label: "curl",
  syntax: "shell",
  write(request, baseUrl, key) {
    const { version, path } = request;
    const headers = [
      ...(version ? [[version.header, version.name] as const] : []),
      ...Object.entries(request.headers),
    ].map(([name, value]) => `-H ${quoted(headerLine(name, value))}`);
    const all = [
      `curl ${quoted(baseUrl + path)}`,
      `-u ${quoted(`${key}:`)}`,
      ...headers,
      ...carried(request),
    ];
    const line = all.join(" ");
    return line.length <= WIDE && !line.includes("\n") ? line : all.join(" \\\n  ");
  },
};

/** curl takes a header that ends in `;` as one without a value, and one that ends in `:` as none. */
function headerLine(name: string, value: string): string {
  return value === "" ? `${name};` : `${name}: ${value}`;
}

/** The params and the verb: a query, a form, or JSON where a form cannot say them. */
function carried({ verb, params }: SampleRequest): readonly string[] {
  const pairs = formPairs(params);
  if (pairs?.length === 0) return verb === "GET" ? [] : [`-X ${verb}`];
  // With a body curl sends a POST, if it is not told otherwise.
  const asked = verb === "POST" ? [] : [`-X ${verb}`];
  if (!pairs) {
    const json = JSON.stringify(params, null, 2);
    return [...asked, `-H ${quoted("Content-Type: application/json")}`, `-d ${quoted(json)}`];
  }
  return [...(verb === "GET" ? ["-G"] : asked), ...pairs.map(([name, value]) => data(name, value))];
}

/** What stands for itself in a form, an address and to curl (which reads files at an `@`). */
const PLAIN = /^[\w.\-~:/,]*$/;
const PLAIN_NAME = /^[\w.\-~[\]]+$/;

/** One `name=value`: where curl must escape the value it takes the name as it is, so that we do. */
function data(name: string, value: string): string {
  const known = PLAIN_NAME.test(name) ? name : encodeURIComponent(name);
  return `${PLAIN.test(value) ? "-d" : "--data-urlencode"} ${quoted(`${known}=${value}`)}`;
}

/** A word of a POSIX shell: as it is where nothing in it means anything, else in single quotes. */
function quoted(text: string): string {
  return /^[\w.\-~@:/=+,%]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
