import { relative, sep } from "node:path";
import { showVersions } from "../additions.js";
import type { FloorCheck, FloorFinding } from "../check-floors.js";
import { adviceOf, idOf, messageOf } from "./words.js";

/** A check as SARIF 2.1.0 (OASIS), for code scanning. */
export function asSarif(check: FloorCheck, root: string): object {
  const rules = [...new Set(check.findings.map(({ cause }) => idOf(cause)))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "holdfast check", rules: rules.map((id) => ({ id })) } },
        results: check.findings.map((finding) => result(finding, check.order, root)),
      },
    ],
  };
}

function result(finding: FloorFinding, order: readonly string[], root: string): object {
  const { cause, source, witness } = finding;
  const text = `${messageOf(cause)} At ${showVersions(cause.versions, order)}. Mend: ${adviceOf(finding, root)}`;
  return {
    ruleId: idOf(cause),
    level: cause.severity === "breaking" ? "error" : "warning",
    message: { text },
    locations: source.file === undefined ? [] : [location(source.file, source.line ?? 1, root)],
    properties: { versions: cause.versions, witness: witness ?? null },
  };
}

function location(file: string, line: number, root: string): object {
  const uri = relative(root, file).split(sep).map(encodeURIComponent).join("/");
  return { physicalLocation: { artifactLocation: { uri }, region: { startLine: line } } };
}
