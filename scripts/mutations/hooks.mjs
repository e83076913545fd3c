import { readFileSync } from "node:fs";
import * as sources from "../../packages/cli/src/testing/source-hooks.mjs";

// Loads the sources with one fault put into one of them, as it is read: no file is changed.

let fault;

export function initialize(data) {
  fault = data.fault;
  sources.initialize(data.cache);
}

export const resolve = sources.resolve;

export async function load(url, context, next) {
  const loaded = await sources.load(url, context, next);
  if (!fault || !url.endsWith(`/packages/holdfast/src/${fault.file}`)) return loaded;
  const text = String(loaded.source ?? readFileSync(new URL(url), "utf8"));
  const parts = text.split(fault.find);
  // A fault that fits nowhere, or in two places, is out of date.
  if (parts.length !== 2)
    throw new Error(`stale: ${fault.find} is there ${parts.length - 1} times`);
  const ran = "const FAULT = (value) => { globalThis.faultRan = true; return value; };\n";
  return { ...loaded, source: ran + parts.join(fault.replace) };
}
