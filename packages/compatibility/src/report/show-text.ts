import type { Finding, Report } from "./finding.js";
import { counts, operationsText, witnessText } from "./words.js";

export interface TextOptions {
  /** Everything, and where it stands; else ten lines at most, the worst first. */
  readonly all: boolean;
  /** How wide a line can be; undefined for as wide as needed. */
  readonly columns?: number | undefined;
}

const mostLines = 10;

/** A report for a person. */
export function showText({ verdict, findings }: Report, { all, columns }: TextOptions): string {
  const head =
    findings.length === 0 ? "safe: nothing has changed" : `${verdict}: ${counts(findings)}`;
  if (all) return [head, ...findings.flatMap(inFull)].join("\n");
  const room = mostLines - 1;
  const fits = findings.length <= room;
  const shown = findings.slice(0, fits ? room : room - 1).map((one) => cut(inShort(one), columns));
  const more = findings.length - shown.length;
  return [head, ...shown, ...(more > 0 ? [`… and ${more} more: --all shows them`] : [])].join("\n");
}

function inShort(finding: Finding): string {
  const { severity, direction, message } = finding;
  const shown = severity === "breaking" ? witnessText(finding) : "";
  const witness = shown === "" ? "" : ` · ${shown}`;
  return `${severity.padEnd(8)}  ${operationsText(finding, 1)}  ${direction}: ${message}${witness}`;
}

function inFull(finding: Finding): readonly string[] {
  const { severity, direction, message, where, operations } = finding;
  const witness = witnessText(finding);
  return [
    `${severity.padEnd(8)}  ${direction}: ${message}`,
    `          at ${where}`,
    `          in ${operations.join(", ")}`,
    ...(witness === "" ? [] : [`          ${witness}`]),
  ];
}

function cut(line: string, columns: number | undefined): string {
  const room = columns ?? 200;
  return line.length > room ? `${line.slice(0, room - 1)}…` : line;
}
