import { readFile } from "node:fs/promises";
import { type OpenApiDocument, openApiOf } from "@holdfast/docs";
import { type ExampleSet, Samples } from "@holdfast/docs/samples";
import { api } from "../../app.js";

const SNAPSHOT = new URL("../../../docs-snapshots/examples.json", import.meta.url);
const examples: ExampleSet = JSON.parse(await readFile(SNAPSHOT, "utf8"));

/** What the examples give at every version; that they really give it is proven beside them. */
export const samples = new Samples(api, examples);

export const versions: readonly string[] = api.timeline.versions.map(({ name }) => name);

/** A version's description, with its examples. */
export function documentOf(version: string, serverUrl = "https://api.example"): OpenApiDocument {
  return openApiOf(api, version, { samples, serverUrl });
}

/** A part of a description by its way there. */
export function at(document: unknown, ...way: readonly string[]): unknown {
  return way.reduce<unknown>(
    (part, name) =>
      typeof part === "object" && part !== null
        ? (part as Readonly<Record<string, unknown>>)[name]
        : undefined,
    document,
  );
}

/** Versions that are far apart in time: the oldest, the newest, and some between. */
export function spread(count: number): readonly string[] {
  const step = (versions.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => versions[Math.round(index * step)] ?? "");
}
