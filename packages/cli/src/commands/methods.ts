import type { Api } from "holdfast";
import { text } from "../arguments/option.js";
import { command } from "../command.js";
import { findVersion } from "../lookup.js";
import { table } from "../output/table.js";

export const methods = command({
  name: "methods",
  summary: "Lists what callers at a version can do.",
  arguments: {},
  options: { version: text("VERSION", "the version; the newest if left out") },
  example: "methods --version 2014-09-08",
  async run({ version }, context) {
    const api = await context.api();
    const asked = version === undefined ? api.timeline.versions.at(-1) : findVersion(api, version);
    const at = asked?.name ?? null;
    const found = methodsAt(api, at);
    return {
      json: { version: at, methods: found },
      show: (page) =>
        table(
          [
            { title: "METHOD" },
            { title: "VERB" },
            { title: "PATH" },
            { title: "KEYS", cut: "last" },
          ],
          found.map(({ method, verb, path, keys }) => [method, verb, path, keys.join(", ")]),
          page,
        ),
    };
  },
});

function methodsAt({ timeline }: Api, version: string | null) {
  const contract = (version === null ? undefined : timeline.at(version)) ?? timeline.newest;
  return [...contract.methods.values()]
    .filter(({ exists }) => exists)
    .map(({ definition, verb, path, keys }) => ({ method: definition.name, verb, path, keys }));
}
