import type { GateNote, Life } from "../model/refs.js";
import { escapeMarkdown } from "../text/code.js";
import type { MarkdownContext } from "./context.js";
import { gateLines, lifeOf } from "./life.js";
import { item } from "./text.js";

/** What a page is about. */
interface Headed {
  readonly name: string;
  readonly description: string;
  readonly life: Life;
  readonly gates: readonly GateNote[];
}

/** The beginning of a page: its title, its version, what it is about, and how that changed. */
export function head(
  context: MarkdownContext,
  { name, description, life, gates }: Headed,
): readonly string[] {
  return [
    title(context, name),
    description,
    lifeOf(context, life, name),
    gateLines(gates)
      .map((line) => item(`Changes in ${line}`))
      .join("\n"),
  ];
}

/** A page's title, with the version that it shows. */
export function title({ site, version }: MarkdownContext, text: string): string {
  return `# ${escapeMarkdown(text)}\n\n> ${escapeMarkdown(site.name)} at version ${version.name}.`;
}
