import type { Difference } from "../compare/difference.js";
import { diffText } from "../diff/diff-text.js";
import { code } from "../text/code.js";
import type { Guide, GuideNote, GuidePart } from "./guide.js";
import { namesOf, PART_LABELS, summaryOf, untouchedWords } from "./words.js";

/** A guide as Markdown. */
export function guideMarkdown(guide: Guide): string {
  const { from, to, swapped, only, unknown, parts, behaviours, described } = guide;
  const limits = only.length === 0 ? "" : ` for ${only.map(({ name }) => code(name)).join(", ")}`;
  const untouched = untouchedWords(guide);
  return [
    `# Upgrade from ${from.name} to ${to.name}${limits}`,
    ...(swapped
      ? [`The versions were asked for in the other order; a guide leads to the newer one.`]
      : []),
    ...(unknown.length === 0 ? [] : [`Neither version knows ${unknown.map(code).join(", ")}.`]),
    summaryOf(guide),
    ...parts.flatMap(partMarkdown),
    ...section("Behaviours that change", behaviours),
    ...section("Described only", described),
    ...(untouched === "" ? [] : ["## What stays as it is", untouched]),
  ]
    .join("\n\n")
    .concat("\n");
}

function partMarkdown(part: GuidePart): readonly string[] {
  const { subject, needed, others, samples } = part;
  return [
    `## ${namesOf(part)} (${PART_LABELS[subject.on]})`,
    ...(needed.length === 0 ? [] : [needed.map(neededLine).join("\n")]),
    ...(others.length === 0 ? [] : ["Nothing to do for:", others.map(line).join("\n")]),
    ...samples.flatMap(({ of, lines }) => [
      `Before and after (${of}):`,
      `~~~~diff\n${diffText(lines)}\n~~~~`,
    ]),
  ];
}

function neededLine({ says, mend }: Difference): string {
  return `- [ ] ${says} ${mend ?? ""}`;
}

function line({ says }: Difference): string {
  return `- ${says}`;
}

function section(title: string, notes: readonly GuideNote[]): readonly string[] {
  if (notes.length === 0) return [];
  const lines = notes.map(({ version, description }) => `- ${version}: ${description}`);
  return [`## ${title}`, lines.join("\n")];
}
