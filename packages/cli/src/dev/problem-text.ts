/** What went wrong, for people: a message that names files and lines, else where it was thrown. */
export function problemText(failure: unknown): string {
  // Which state of a file it was is nobody's business.
  return textOf(failure).replace(/\?v=\d+/g, "");
}

function textOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  const { name, message, stack } = failure;
  if (name === "BootError" || name === "ProseError") return message;
  // Where a source cannot be read, the message says so.
  if (name === "SyntaxError" && message.includes("\n")) return message;
  const lines = (stack ?? message).split("\n");
  return lines
    .filter((line) => !/^\s+at .*(?:node:|node_modules)/.test(line))
    .join("\n")
    .trim();
}
