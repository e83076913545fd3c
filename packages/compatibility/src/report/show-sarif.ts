import type { Finding, Report } from "./finding.js";
import type { Severity } from "./severity.js";
import type { Locate } from "./show-github.js";

const levels: Readonly<Record<Severity, string>> = {
  breaking: "error",
  warning: "warning",
  info: "note",
};

/** A report as SARIF 2.1.0 (OASIS). */
export function showSarif({ findings }: Report, file: string, locate: Locate): string {
  const rules = [...new Set(findings.map(ruleOf))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "holdfast", rules: rules.map((id) => ({ id })) } },
        results: findings.map((finding) => result(finding, file, locate)),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function result(finding: Finding, file: string, locate: Locate) {
  const line = locate(finding.where);
  return {
    ruleId: ruleOf(finding),
    level: levels[finding.severity],
    message: { text: `${finding.direction}: ${finding.message}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file) },
          ...(line !== undefined && { region: { startLine: line } }),
        },
        logicalLocations: [{ fullyQualifiedName: finding.where }],
      },
    ],
    partialFingerprints: { "holdfast/v1": finding.id },
    properties: { operations: finding.operations, witness: finding.witness },
  };
}

/** An id without what tells one change from another. */
function ruleOf({ id }: Finding): string {
  return id.slice(0, id.lastIndexOf("-"));
}
