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
  return (owner, field): Source => {
    const name = baseOf(owner);
    const location = kinds[owner.kind].get(name)?.origin.location();
    if (!location)
      return { name: camel(name), module: undefined, file: undefined, line: undefined };
    const { file } = location;
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    const found = constantOf(lines, name, location.line) ?? constantAbove(lines, location.line);
    const line = found?.line ?? location.line;
    return {
      name: found?.name ?? camel(name),
      module: moduleOf(file, gatesFolder),
      file,
      line: (field === undefined ? undefined : lineOf(lines, line, field)) ?? line,
    };
  };
}

interface Constant {
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

const CONSTANT = /\bconst\s+([A-Za-z_$][\w$]*)\b/;

const CALL = /=\s*\w+(?:<[^(]*>)?\(\s*["'`]([^"'`]+)["'`]/;

/**
 * The constant that is made by a call whose first argument is the name of what is defined: of
 * several, the one that is nearest to a line.
 */
function constantOf(lines: readonly string[], defined: string, near: number): Constant | undefined {
  const found = lines.flatMap((text, index): Constant[] => {
    const name = CONSTANT.exec(text)?.[1];
    const call = CALL.exec(`${text} ${lines[index + 1] ?? ""}`);
    return name !== undefined && call?.[1] === defined ? [{ name, line: index + 1 }] : [];
  });
  const distance = ({ line }: Constant): number => Math.abs(line - near);
  return found.sort((a, b) => distance(a) - distance(b))[0];
}

/** The constant whose value begins at a line, or a little above it. */
function constantAbove(lines: readonly string[], line: number): Constant | undefined {
  for (let index = line - 1; index > line - 5; index--) {
    const name = CONSTANT.exec(lines[index] ?? "")?.[1];
    if (name !== undefined) return { name, line: index + 1 };
  }
  return undefined;
}

/** The line of a field, from the line of its definition on. */
function lineOf(lines: readonly string[], from: number, field: string): number | undefined {
  const start = new RegExp(`^\\s*["']?${field.replace(/[^\w]/g, "\\$&")}["']?(:|,$)`);
  const index = lines.findIndex((text, at) => at >= from && start.test(text));
  return index === -1 ? undefined : index + 1;
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
