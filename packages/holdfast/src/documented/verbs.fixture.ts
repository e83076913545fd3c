import { readdir, readFile } from "node:fs/promises";
import * as holdfast from "../index.js";

/** What stands among the conversions and is none. */
const OTHERS = ["showConversion"];

/** The changes and conversions that the framework exports, each with the source that defines it. */
export async function verbs(): Promise<readonly (readonly [name: string, source: string])[]> {
  const found: [string, string][] = [];
  for (const room of ["changes", "conversions"]) {
    const folder = new URL(`../history/${room}/`, import.meta.url);
    for (const file of await readdir(folder)) {
      if (/\.(test|fixture)\.ts$/.test(file)) continue;
      const source = await readFile(new URL(file, folder), "utf8");
      for (const [, name = ""] of source.matchAll(/^export function (\w+)/gm)) {
        if (name in holdfast && !OTHERS.includes(name)) found.push([name, source]);
      }
    }
  }
  return found;
}
