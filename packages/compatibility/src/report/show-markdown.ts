import type { Finding, Report } from "./finding.js";
import { counts, operationsText } from "./words.js";

/** A report for a reviewer, as a table and the payloads that show what breaks. */
export function showMarkdown({ verdict, findings }: Report): string {
  const head = `## API changes: ${verdict}`;
  if (findings.length === 0) return `${head}\n\nNothing has changed.`;
  const rows = findings.map(
    (one) =>
      `| ${one.severity} | ${cell(operationsText(one, 3))} | ${one.direction} | ${cell(one.message)} | ${code(one.where)} |`,
  );
  const shown = findings.filter(
    ({ severity, witness }) => severity === "breaking" && witness !== null,
  );
  return [
    head,
    counts(findings),
    [
      "| severity | operations | direction | what | where |",
      "| --- | --- | --- | --- | --- |",
      ...rows,
    ].join("\n"),
    ...shown.map(payload),
  ].join("\n\n");
}

function payload({ message, witness }: Finding): string {
  return `<details><summary>${html(message)}</summary>\n\n\`\`\`\`json\n${JSON.stringify(witness, null, 2)}\n\`\`\`\`\n\n</details>`;
}

function cell(text: string): string {
  return html(text).replaceAll("|", "\\|").replace(/\s+/g, " ");
}

function code(text: string): string {
  return `<code>${cell(text)}</code>`;
}

function html(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
