// Hooks of Node's module loader (node:module, "Customization Hooks"), in a thread of their own: what
// was built stands for its source, and sources lose their types when they are loaded.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { LoadHook, ResolveHook } from "node:module";
import { fileURLToPath } from "node:url";
import type { LoaderData } from "./loader-data.js";
import { type StripTypes, stripTypesWith } from "./strip-types.js";

let data: LoaderData;
let strip: Promise<StripTypes> | undefined;
/** The state of the sources that is loaded now, as a query: each is loaded apart from the others. */
let state = "";
const stripped = new Map<string, { readonly text: string; readonly code: string }>();

export function initialize(given: LoaderData): void {
  data = given;
  strip = data.transpiler && stripTypesWith(data.transpiler);
}

export const resolve: ResolveHook = async (specifier, context, next) => {
  const parent = context.parentURL;
  const isFromApp = isOwn(parent ?? "");
  if (/^(?:\.{0,2}\/|file:)/.test(specifier)) {
    const url = new URL(specifier, parent ?? data.folder);
    const source = sourceFor(url) ?? `file://${url.pathname}`;
    if (!isOwn(source)) return next(specifier, context);
    // An entry says which state it is of; what imports nothing but addresses does not know.
    if (!isFromApp && url.search !== "") state = url.search;
    return next(source + (isFromApp ? new URL(parent ?? "").search : state), context);
  }
  const resolved = await next(specifier, context);
  const isDependency = resolved.url.startsWith("file:") && !isOwn(resolved.url);
  if (isFromApp && isDependency) data.port.postMessage(resolved.url);
  return resolved;
};

export const load: LoadHook = async (url, context, next) => {
  if (!strip || !/^file:[^?]*\.tsx?(?:\?|$)/.test(url)) return next(url, context);
  const file = fileURLToPath(url);
  const text = await readFile(file, "utf8");
  const known = stripped.get(file);
  const code = known?.text === text ? known.code : (await strip)(file, text);
  stripped.set(file, { text, code });
  return { format: "module", source: code, shortCircuit: true };
};

function isOwn(url: string): boolean {
  return url.startsWith(data.folder) && !url.includes("/node_modules/");
}

/** The source of what is, or would be, built; undefined for what is its own source. */
function sourceFor({ pathname }: URL): string | undefined {
  const { built } = data;
  const href = `file://${pathname}`;
  if (!built || !href.endsWith(".js")) return undefined;
  const inSource = href.startsWith(built.dist) ? built.src + href.slice(built.dist.length) : href;
  if (!inSource.startsWith(built.src)) return undefined;
  return [".ts", ".tsx", ".js"]
    .map((ending) => inSource.slice(0, -".js".length) + ending)
    .find((source) => existsSync(fileURLToPath(source)));
}
