import type { Report } from "../report/finding.js";
import type { Policy } from "../report/severity.js";
import { compareFloors, type Side } from "./compare-floors.js";
import { subjectOf } from "./mend/mend.js";
import { idOf, messageOf, operationsOf } from "./report/words.js";
import { rootCauses } from "./root-causes.js";

/** Compares two contracts: what a caller of the first would notice at the second. */
export function diffFloors(before: Side, now: Side, policy: Policy): Report {
  const occurrences = compareFloors(before, now).map((noticed) => ({ ...noticed, version: "" }));
  const causes = rootCauses(occurrences, policy);
  return {
    verdict: causes.some(({ severity }) => severity === "breaking") ? "breaking" : "safe",
    findings: causes.map((cause) => ({
      id: idOf(cause),
      severity: cause.severity,
      where: subjectOf(cause.change),
      operations: operationsOf(cause),
      direction: cause.direction,
      message: messageOf(cause),
      witness: { before: cause.change.before ?? null, now: cause.change.now ?? null } as never,
    })),
  };
}
