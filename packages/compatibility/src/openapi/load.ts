import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { isList, isObject, type Json } from "../schema/json.js";

/** A description that cannot be read: which file, which line, and why. */
export class LoadError extends Error {
  override readonly name = "LoadError";
  readonly file: string;
  readonly line: number | undefined;

  constructor(file: string, line: number | undefined, message: string) {
    super(`${file}${line === undefined ? "" : `:${line}`}: ${message}`);
    this.file = file;
    this.line = line;
  }
}

/** A file's content, references to other files made relative to the first one. */
export interface LoadedFile {
  readonly content: Json;
  /** The line that a JSON pointer leads to, from 1; undefined if it leads nowhere. */
  line(pointer: string): number | undefined;
}

/**
 * Reads a JSON or YAML file.
 * @param file where it is; `prefix` is how the first file refers to it, "" for the first one itself
 * @throws LoadError
 */
export function loadFile(file: string, prefix: string): LoadedFile {
  const text = readText(file);
  const content = isJson(text) ? parseJson(file, text) : parseYaml(file, text);
  return {
    content: withFullRefs(content, prefix),
    line: linesOf(text),
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const why =
      code === "ENOENT" ? "There is no such file." : `It cannot be read (${String(code)}).`;
    throw new LoadError(file, undefined, why);
  }
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

function parseJson(file: string, text: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    // YAML's flow style begins like JSON.
    try {
      return parseYaml(file, text);
    } catch (asYaml) {
      const message = error instanceof Error ? error.message : String(error);
      const at = /position (\d+)/.exec(message)?.[1];
      if (at === undefined) throw asYaml;
      const line = text.slice(0, Number(at)).split("\n").length;
      throw new LoadError(file, line, `It is not JSON: ${message.split(" in JSON")[0]}.`);
    }
  }
}

function parseYaml(file: string, text: string): Json {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error)
    throw new LoadError(file, lines.linePos(error.pos[0]).line, `It is not YAML: ${error.message}`);
  try {
    return document.toJS({ maxAliasCount: 10_000 });
  } catch (cause) {
    throw new LoadError(file, undefined, cause instanceof Error ? cause.message : String(cause));
  }
}

/** Finds lines by pointers. The text is read for its lines only if one is asked for. */
function linesOf(text: string): LoadedFile["line"] {
  const lines = new LineCounter();
  let document: ReturnType<typeof parseDocument> | undefined;
  return (pointer) => {
    document ??= parseDocument(text, { lineCounter: lines });
    const path = pointer.split("/").slice(1).map(unescaped);
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (typeof node === "object" && node !== null && "range" in node && isList(node.range)) {
        return lines.linePos(Number(node.range[0])).line;
      }
    }
    return undefined;
  };
}

/** A part of a JSON pointer, as it is meant (RFC 6901, section 4, and percent-encoded in a URL). */
export function unescaped(part: string): string {
  return decoded(part).replaceAll("~1", "/").replaceAll("~0", "~");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A part of a JSON pointer, as it is written. */
export function escaped(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

const isData = new Set(["example", "examples", "default", "enum", "const", "value"]);
const isMap = new Set([
  "properties",
  "patternProperties",
  "schemas",
  "$defs",
  "definitions",
  "dependentSchemas",
]);

function withFullRefs(value: Json, prefix: string, inMap = false): Json {
  if (prefix === "") return value;
  if (isList(value)) return value.map((one) => withFullRefs(one, prefix));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (!inMap && isData.has(key)) return [key, one];
      if (!inMap && key === "$ref" && typeof one === "string") return [key, fullRef(one, prefix)];
      return [key, withFullRefs(one, prefix, !inMap && isMap.has(key))];
    }),
  );
}

function fullRef(ref: string, prefix: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(ref)) return ref;
  const hash = ref.indexOf("#");
  const path = hash === -1 ? ref : ref.slice(0, hash);
  const pointer = hash === -1 ? "" : ref.slice(hash);
  return `${path === "" ? prefix : normalize(join(dirname(prefix), path))}${pointer}`;
}
