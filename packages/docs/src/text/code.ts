/** A text as code in Markdown, whatever it holds (CommonMark 0.31, section 6.1). */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/s.test(text) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Names as code, in a sentence: `` `a`, `b` or `c` ``. */
export function codes(names: readonly string[], word = "or"): string {
  return inWords(names.map(code), word);
}

/** Several texts in a sentence: `a, b or c`. */
export function inWords(texts: readonly string[], word = "or"): string {
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** A plain text as Markdown that reads the same (CommonMark 0.31, section 2.4). */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~!]/g, "\\$&");
}
