import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Api, bootApi, bootApiFrom, method, resource, t } from "holdfast";

const text = t.string().describe("A text.");

const thing = resource("thing", {
  description: "A thing.",
  fields: { id: text, note: text },
}).from<{ readonly id: string; readonly note: string }>();

const readThing = method("things.retrieve", {
  route: "GET /v1/thing",
  description: "Reads the thing.",
  params: { look: t.string().optional().describe("Where to look.") },
  returns: thing,
}).execute(async () => ({ id: "a", note: "n" }));

/** The same method with one param less than it had. */
const readLess = method("things.retrieve", {
  route: "GET /v1/thing",
  description: "Reads the thing.",
  returns: thing,
}).execute(async () => ({ id: "a", note: "n" }));

/** An app that has a history in files, and is booted anew each time that a test says so. */
export let api: Api = bootApiFrom(
  { name: "Files", resources: [thing], methods: [readThing] },
  "genesis: []\n",
  [],
);

/** Boots the app over the files of a folder; `less`, with a param taken out of it. */
export async function bootOver(folder: string, less = false): Promise<void> {
  api = await bootApi(
    { name: "Files", resources: [thing], methods: [less ? readLess : readThing] },
    {
      versions: pathToFileURL(join(folder, "versions.yaml")),
      gates: pathToFileURL(`${join(folder, "gates")}/`),
    },
  );
}

/** Writes a history and modules for its gates, none of which changes anything. */
export async function writeHistory(
  folder: string,
  versions: string,
  gates: readonly string[],
): Promise<void> {
  await rm(join(folder, "gates"), { recursive: true, force: true });
  await mkdir(join(folder, "gates"));
  await writeFile(join(folder, "versions.yaml"), versions);
  for (const gate of gates) {
    await writeFile(
      join(folder, "gates", `${gate}.js`),
      `export default { gate: "${gate}", changes: [], origin: { location: () => undefined } };`,
    );
  }
}
