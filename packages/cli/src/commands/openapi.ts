import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { openApiOf, toYaml } from "@holdfast/docs";
import { choice, text } from "../arguments/option.js";
import { command } from "../command.js";
import { findVersion } from "../lookup.js";

export const openapi = command({
  name: "openapi",
  summary: "Describes the API at a version as OpenAPI 3.1.",
  details: "The same as the server's /openapi.json and /openapi.yaml.",
  arguments: {},
  options: {
    version: text("VERSION", "the newest if left out"),
    format: choice(["json", "yaml"], "how to write it"),
    out: text("FILE", "the file to write; the terminal if left out"),
    "api-url": text("URL", "where the API answers; the host that serves the description, else"),
  },
  example: "openapi --version 2015-02-18 --format yaml --out openapi.yaml",
  async run({ version, format, out, "api-url": serverUrl }, { io, api: boot }) {
    const api = await boot();
    const name =
      version === undefined
        ? (api.timeline.versions.at(-1)?.name ?? "")
        : findVersion(api, version).name;
    const document = openApiOf(api, name, { ...(serverUrl !== undefined && { serverUrl }) });
    const written = format === "yaml" ? toYaml(document) : `${JSON.stringify(document, null, 2)}\n`;
    if (out === undefined) return { json: document, show: () => written.trimEnd() };
    const file = resolve(io.cwd, out);
    await writeFile(file, written);
    return { json: { file, version: name }, show: () => `Wrote ${name} into ${file}.` };
  },
});
