import { showVersions } from "../additions.js";
import type { FloorCheck, FloorFinding } from "../check-floors.js";
import { subjectOf } from "../mend/mend.js";
import { idOf, messageOf, operationsOf } from "./words.js";

/** A check for programs; its names and types stay. */
export function asJson(check: FloorCheck): object {
  return {
    verdict: check.verdict,
    versions: check.versions.length,
    findings: check.findings.map((finding) => findingJson(finding, check.order)),
    additions: check.additions.map(({ what, versions, at }) => ({
      what,
      versions: showVersions(versions, check.order),
      at,
    })),
    unfloored: check.unfloored,
  };
}

function findingJson(finding: FloorFinding, order: readonly string[]): object {
  const { cause, witness, mend, source } = finding;
  return {
    id: idOf(cause),
    severity: cause.severity,
    where: subjectOf(cause.change),
    operations: operationsOf(cause),
    direction: cause.direction,
    message: messageOf(cause),
    witness: witness ?? null,
    directions: Object.fromEntries(cause.noticed),
    versions: showVersions(cause.versions, order),
    versionCount: cause.versions.length,
    file: source.file ?? null,
    line: source.line ?? null,
    mend: mend
      ? {
          gate: mend.gate,
          file: mend.file,
          description: mend.description,
          module: mend.module,
          definitions: mend.definitions.map(({ owner, path, text }) => ({
            where: [owner.name, ...path].join("."),
            text,
          })),
          decide: mend.decide,
        }
      : null,
  };
}
