import { showVersions } from "../additions.js";
import type { FloorCheck, FloorFinding } from "../check-floors.js";
import { subjectOf } from "../mend/mend.js";
import { adviceOf, counted, messageOf, showsIn } from "./words.js";

/** A check for a reviewer: what people read before and after, and how it is mended. */
export function asMarkdown(check: FloorCheck, root: string): string {
  const { verdict, findings, additions, order, unfloored } = check;
  const title =
    verdict === "safe"
      ? "## Safe: every promise is kept"
      : `## Breaking: ${counted(findings.length, "promise")} would be broken`;
  return [
    title,
    ...findings.map((finding) => findingText(finding, order, root)),
    ...(additions.length === 0
      ? []
      : [
          `### Added (${additions.length})\n\nPromises from now on, once they are in the ledger (\`holdfast check --write\`):\n`,
          additions
            .map(({ what, versions }) => `- ${what}, at ${showVersions(versions, order)}`)
            .join("\n"),
        ]),
    ...(unfloored.length === 0
      ? []
      : [`No floor is written for ${showVersions(unfloored, order)}.`]),
  ].join("\n\n");
}

function findingText(finding: FloorFinding, order: readonly string[], root: string): string {
  const { cause, witness, mend, words } = finding;
  const { change } = cause;
  const renamed =
    change.what === "renamed" ? [...change.path.slice(0, -1), change.names[0] ?? ""] : change.path;
  const now =
    change.now === undefined && change.what !== "renamed"
      ? undefined
      : { ...change, path: renamed };
  return [
    `### ${messageOf(cause)}`,
    `In ${showsIn(cause, 8)}; at ${showVersions(cause.versions, order)} (${counted(cause.versions.length, "version")}).`,
    "| docs | before | after |\n| --- | --- | --- |\n" +
      `| \`${subjectOf(change)}\` | ${cell(change.before === undefined ? undefined : (words.before ?? "there"))} | ${cell(now && (words.now ?? "there"))} |\n` +
      `| type | ${code(change.before)} | ${code(change.now)} |`,
    `**Changelog** before: nothing says it. After: ${mend ? mend.description : "no entry can be proposed."}`,
    ...(witness
      ? [`**Payload** (${witness.at}, ${witness.version})\n\n${witnessText(witness)}`]
      : []),
    mend
      ? `**Mend** \`gates/${mend.file}\`\n\n\`\`\`ts\n${mend.module}\`\`\`\n\n${mendNotes(finding)}`
      : `**Mend** ${adviceOf(finding, root)}.`,
  ].join("\n\n");
}

function witnessText({ sent, before, now }: NonNullable<FloorFinding["witness"]>): string {
  const block = (value: unknown): string => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
  if (sent !== undefined) return `${block(sent)}\n\nbefore: ${String(before)}; now: ${String(now)}`;
  return `before\n\n${block(before)}\n\nnow\n\n${block(now)}`;
}

function mendNotes({ mend }: FloorFinding): string {
  const keeps = (mend?.definitions ?? []).map(
    ({ owner, path, text }) => `- keep in \`${subjectOf({ owner, path })}\`: \`${text}\``,
  );
  const decide = (mend?.decide ?? []).map((note) => `- ${note}`);
  return [...keeps, ...decide].join("\n");
}

function cell(text: string | undefined): string {
  return text === undefined ? "–" : text.replace(/\|/g, "\\|").replace(/\n/g, " ");
}

/** What stood there, cut short where it is long: the table is for reading. */
function code(value: unknown): string {
  if (value === undefined) return "–";
  const text = JSON.stringify(value);
  return `\`${cell(text.length > 120 ? `${text.slice(0, 119)}…` : text)}\``;
}
