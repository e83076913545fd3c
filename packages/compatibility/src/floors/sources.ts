import { existsSync, readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import type { FlooredApi } from "holdfast/floor";
import type { Owner } from "./change.js";
import type { Source, Sources } from "./mend/module-text.js";
import { baseOf } from "./root-causes.js";

/** Something that was defined, with where. */
interface Defined {
  readonly origin: { location(): { readonly file: string; readonly line: number } | undefined };
}

/**
 * Finds the constants that hold an API's definitions, and the modules that export them, seen from
 * the folder of gates.
 */
export function sourcesOf({ definitions }: FlooredApi, gatesFolder: string): Sources {
  const { resources, lists, methods, errors, events, headers } = definitions;
  const kinds: Readonly<Record<Owner["kind"], ReadonlyMap<string, Defined>>> = {
    resource: new Map([...resources, lists].map((one) => [one.name, one])),
    method: new Map(methods.map((one) => [one.name, one])),
    error: new Map(errors.map((one) => [one.name, one])),
    event: new Map(events.map((one) => [one.type, one])),
    header: new Map(headers.map((one) => [one.name, one])),
    wire: new Map(),
  };
  return (owner): Source => {
    const name = baseOf(owner);
    const location = kinds[owner.kind].get(name)?.origin.location();
    if (!location)
      return { name: camel(name), module: undefined, file: undefined, line: undefined };
    const { file, line } = location;
    return {
      name: constantAt(file, line) ?? camel(name),
      module: moduleOf(file, gatesFolder),
      file,
      line,
    };
  };
}

const CONSTANT = /\bconst\s+([A-Za-z_$][\w$]*)\b/;

/** The constant whose value begins at a line, or a little above it. */
function constantAt(file: string, line: number): string | undefined {
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n").slice(0, line);
  for (const text of lines.slice(-4).reverse()) {
    const name = CONSTANT.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** How a module of gates imports a file. */
function moduleOf(file: string, gatesFolder: string): string {
  const path = relative(gatesFolder, file).split(sep).join("/").replace(/\.ts$/, ".js");
  return path.startsWith(".") ? path : `./${path}`;
}

function camel(name: string): string {
  const [first = "", ...rest] = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const words = rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return first + words.join("");
}
