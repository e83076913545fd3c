import { relative } from "node:path";
import { showVersions } from "../additions.js";
import type { FloorCheck, FloorFinding } from "../check-floors.js";
import { adviceOf, idOf, messageOf } from "./words.js";

/** A check as GitHub workflow commands: annotations at the definitions' lines. */
export function asGithub(check: FloorCheck, root: string): string {
  return check.findings.map((finding) => annotation(finding, check.order, root)).join("\n");
}

function annotation(finding: FloorFinding, order: readonly string[], root: string): string {
  const { cause, source } = finding;
  const level = cause.severity === "breaking" ? "error" : "warning";
  const place =
    source.file === undefined
      ? []
      : [`file=${property(relative(root, source.file))}`, `line=${source.line}`];
  const properties = [...place, `title=${property(idOf(cause))}`].join(",");
  const text = `${messageOf(cause)} At ${showVersions(cause.versions, order)}. Mend: ${adviceOf(finding, root)}`;
  return `::${level} ${properties}::${data(text)}`;
}

/** What would end a command's text. */
function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
