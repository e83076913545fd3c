import type { Owner } from "../change.js";

/** Where something is defined. */
export interface Source {
  /** The constant that holds it: `createCharge`. */
  readonly name: string;
  /** The module that exports it, seen from the folder of gates; undefined where nobody knows. */
  readonly module: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** Finds where things are defined; the line is the field's, where one is named. */
export type Sources = (owner: Owner, field?: string) => Source;

/** The text of a gate's module. */
export function moduleText(
  gate: string,
  statements: readonly string[],
  sources: readonly Source[],
): string {
  const body = statements.map((statement) => `  ${statement},\n`).join("");
  const code = `export default gate(${JSON.stringify(gate)}, [\n${body}]);\n`;
  const verbs = [...new Set(code.match(/\b[a-z]\w*(?=\()/gi) ?? [])]
    .concat(/\bt\./.test(code) ? ["t"] : [])
    .filter((name) => !METHODS.has(name))
    .sort();
  const modules = new Map<string, Set<string>>();
  for (const { name, module } of sources) {
    if (module === undefined || !code.includes(name)) continue;
    const names = modules.get(module) ?? new Set();
    modules.set(module, names.add(name));
  }
  const imports = [...modules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => `import { ${[...names].sort().join(", ")} } from "${module}";\n`);
  return `import { ${verbs.join(", ")} } from "holdfast";\n${imports.join("")}\n${code}`;
}

/** Names before a bracket that are no verbs: what types and values are asked. */
const METHODS = new Set([
  "describe",
  "nullable",
  "optional",
  "default",
  "onlyExpanded",
  "secretOnly",
  "string",
  "textOrEmpty",
  "integer",
  "number",
  "boolean",
  "enum",
  "timestamp",
  "id",
  "literal",
  "object",
  "list",
  "map",
  "either",
  "union",
  "resource",
  "ref",
  "page",
  "eventType",
  "RegExp",
  "until",
]);
