import type { Json } from "holdfast";

/** Plain scalars that mean themselves in YAML 1.1 and 1.2: words that are neither numbers nor truths. */
const PLAIN = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[A-Za-z_$][A-Za-z0-9_$./-]*$/i;

/**
 * A JSON value as YAML 1.2, two spaces a level. Texts are written as in JSON, which is YAML, too, so
 * that none is taken for a number, a date or a truth.
 */
export function toYaml(value: Json): string {
  return `${block(value, "").replace(/^\n/, "")}\n`;
}

/** A value after its key or dash: on the same line, or below it. */
function block(value: Json, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? list(value, indent) : members(value as Members, indent);
}

type Members = { readonly [name: string]: Json };

function members(value: Members, indent: string): string {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  if (entries.length === 0) return "{}";
  return entries
    .map(([name, member]) => `\n${indent}${keyOf(name)}:${after(member, `${indent}  `)}`)
    .join("");
}

function list(value: readonly Json[], indent: string): string {
  if (value.length === 0) return "[]";
  return value
    .map((item) => {
      const text = block(item === undefined ? null : item, `${indent}  `);
      // The first member stands beside the dash.
      return `\n${indent}- ${text.trimStart()}`;
    })
    .join("");
}

function after(value: Json, indent: string): string {
  const text = block(value, indent);
  return text.startsWith("\n") ? text : ` ${text}`;
}

function keyOf(name: string): string {
  return PLAIN.test(name) ? name : JSON.stringify(name);
}
