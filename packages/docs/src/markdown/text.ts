import type { Json } from "holdfast";

/** Parts of a page as one text: a blank line between them, none for what is empty. */
export function blocks(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== "").join("\n\n");
}

/** A text whose every line stands further in, so that it belongs to the list item above. */
export function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

/** An item of a list; what follows the first line belongs to it. */
export function item(text: string): string {
  return `- ${indented(text, "  ").trimStart()}`;
}

/** A text as it is, in a block of its own (CommonMark 0.31, section 4.5). */
export function fenced(text: string, syntax: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${syntax}\n${text}\n${fence}`;
}

/** A JSON value in a block of its own. */
export function jsonBlock(value: Json): string {
  return fenced(JSON.stringify(value, null, 2) ?? "", "json");
}

/** A link; its address is written such that no character of it ends it. */
export function link(text: string, href: string): string {
  return `[${text}](<${href.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}
