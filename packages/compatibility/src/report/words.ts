import { isObject } from "../schema/json.js";
import type { Finding } from "./finding.js";
import type { Severity } from "./severity.js";

const severities: readonly Severity[] = ["breaking", "warning", "info"];

/** How many findings there are of each severity. */
export function counts(findings: readonly Finding[]): string {
  return severities
    .map((severity) => ({
      severity,
      count: findings.filter((one) => one.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}`)
    .join(", ");
}

/** The first few operations of a finding, and how many more there are. */
export function operationsText({ operations }: Finding, most: number): string {
  const more = operations.length - most;
  return `${operations.slice(0, most).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** What shows a finding, in words; "" where there is nothing to show. */
export function witnessText({ witness }: Finding): string {
  // What two contracts of ours say is in the message already.
  if (!isObject(witness) || witness.validIn === undefined) return "";
  const { value = null, validIn, without, written } = witness;
  const side = validIn === "new" ? "only the new one has" : "only the old one takes";
  if (typeof without === "string") return `${side} it without ${without}`;
  return `${side} ${typeof written === "string" ? written : JSON.stringify(value)}`;
}
