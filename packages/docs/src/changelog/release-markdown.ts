import { diffText } from "../diff/diff-text.js";
import { code } from "../text/code.js";
import { calledAt } from "./called.js";
import type { Changelog } from "./changelog.js";
import { entryBody } from "./markdown.js";
import { counted } from "./words.js";

/** Everything about one version as Markdown; undefined for what is no release. */
export function releaseMarkdown(changelog: Changelog, version: string): string | undefined {
  const entry = changelog.release(version);
  if (!entry) return undefined;
  const { api } = changelog;
  const { name, status } = entry.version;
  const contract = api.timeline.at(name);
  const samples = entry.gates.flatMap((gate) =>
    changelog
      .examples(gate)
      .flatMap(({ subject, of, lines }) => [
        `${code(gate)}: ${code(calledAt(contract, subject))}${of === "object" ? "" : ` (${of})`}`,
        `~~~~diff\n${diffText(lines)}\n~~~~`,
      ]),
  );
  const count = entry.gates.length === 0 ? [] : [`${counted(entry.gates.length, "change")}.`];
  return [
    `# Version ${name}${status === "draft" ? " (upcoming)" : ""}`,
    ...count,
    entryBody(changelog, { entry, gates: entry.gates }),
    ...(samples.length === 0 ? [] : ["## Before and after", ...samples]),
    "## Try it early",
    `Send the header ${code(`${api.versionHeader}: ${name}`)} with any request.`,
  ]
    .join("\n\n")
    .concat("\n");
}
