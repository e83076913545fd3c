import type { Finding, Report } from "./finding.js";
import type { Severity } from "./severity.js";
import { operationsText, witnessText } from "./words.js";

/** Where in a file a pointer leads to; undefined if it is not known. */
export type Locate = (pointer: string) => number | undefined;

const levels: Readonly<Record<Severity, string>> = {
  breaking: "error",
  warning: "warning",
  info: "notice",
};

/** A report as GitHub's workflow commands, one annotation for each finding. */
export function showGithub({ findings }: Report, file: string, locate: Locate): string {
  return findings.map((finding) => annotation(finding, file, locate)).join("\n");
}

function annotation(finding: Finding, file: string, locate: Locate): string {
  const line = locate(finding.where);
  const properties = [
    `file=${property(file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${property(operationsText(finding, 1))}`,
  ];
  const witness = witnessText(finding);
  const message = `${finding.direction}: ${finding.message}${witness === "" ? "" : `\n${witness}`}`;
  return `::${levels[finding.severity]} ${properties.join(",")}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
