import type { JsonDiffLine } from "./json-diff.js";

const SIGNS = { same: " ", removed: "-", added: "+", skipped: " " } as const;

/** A diff as the text that people know from patches, for Markdown's `diff` blocks. */
export function diffText(lines: readonly JsonDiffLine[]): string {
  return lines
    .map((line) => {
      const text = line.mark === "skipped" ? "…" : line.text;
      return `${SIGNS[line.mark]} ${"  ".repeat(line.depth)}${text}`;
    })
    .join("\n");
}
