import { isHeaderName } from "../definition/header-name.js";
import type { Origin } from "../definition/location.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { definedFields } from "./check-definitions.js";
import type { Definitions } from "./definitions.js";

/** Kinds of which one line of text is a value. */
const TEXTUAL = new Set([
  "boolean",
  "custom",
  "enum",
  "id",
  "integer",
  "literal",
  "number",
  "string",
  "timestamp",
]);

/** What is wrong with the headers that params stand in and that answers carry. */
export function checkHeaders(definitions: Definitions): Diagnostic[] {
  const params = definitions.methods.flatMap((method) =>
    Object.entries(method.params).flatMap(([name, { info }]) =>
      info.header === undefined ? [] : [{ method, name, info, header: info.header }],
    ),
  );
  const own = new Set(params.map(({ method, name }) => `${method.name} ${name}`));
  const sent = definitions.headers.filter(({ value }) => value !== undefined);
  return [
    ...params
      .filter(({ info }) => !TEXTUAL.has(info.kind.name))
      .map(({ method, name }) => notText(`${method.name} ${name}`, method.origin)),
    // Fields of resources and of errors, and what stands below a param.
    ...definedFields(definitions)
      .filter(({ header, subject }) => header !== undefined && !own.has(subject))
      .map(({ subject, origin }) => notText(subject, origin)),
    ...params
      .filter(({ header }) => !isHeaderName(header))
      .map(({ method, name, header }) =>
        malformed(`${method.name} ${name}`, header, method.origin),
      ),
    ...sent
      .filter(({ name }) => !isHeaderName(name))
      .map(({ name, origin }) => malformed("A response header", name, origin)),
  ];
}

function notText(subject: string, origin: Origin): Diagnostic {
  return diagnostic("header_not_text", { subject }, origin.location());
}

function malformed(subject: string, name: string, origin: Origin): Diagnostic {
  return diagnostic("header_malformed", { subject, name }, origin.location());
}
