import type { Json } from "../schema/json.js";
import { type Change, type Policy, type Severity, severityOf } from "./severity.js";

/** One thing that changed, however many places it shows at. */
export interface Finding {
  /** Stays the same from run to run: the direction, what it is about, the effect, and a hash of what changed. */
  readonly id: string;
  readonly severity: Severity;
  /** Where it was changed: a JSON pointer into the description. */
  readonly where: string;
  /** The operations that it shows in. */
  readonly operations: readonly string[];
  readonly direction: Change["direction"];
  readonly message: string;
  /** What worked and no longer does, or is new to those who receive it; null where nothing is to be shown. */
  readonly witness: Json;
}

/** What was found between two descriptions. */
export interface Report {
  readonly verdict: "breaking" | "safe";
  readonly findings: readonly Finding[];
}

/** What was noticed at one place, before it is judged and put together with the same elsewhere. */
export interface Noticed extends Change {
  readonly about: string;
  /** The same for what has the same cause. */
  readonly cause: string;
  readonly where: string;
  readonly operation: string;
  readonly message: string;
  readonly witness?: Json;
}

const order: readonly Severity[] = ["breaking", "warning", "info"];

/** Judges what was noticed, one finding for each cause, the worst first. */
export function reportOf(
  noticed: readonly Noticed[],
  policy: Policy,
  hash: (text: string) => string,
): Report {
  const causes = new Map<string, Noticed[]>();
  for (const one of noticed) {
    const key = `${one.direction} ${one.cause}`;
    const same = causes.get(key);
    if (same) same.push(one);
    else causes.set(key, [one]);
  }
  const findings = [...causes.values()].map((same) => findingOf(same, policy, hash));
  findings.sort(
    (one, other) =>
      order.indexOf(one.severity) - order.indexOf(other.severity) ||
      compareText(one.where, other.where) ||
      compareText(one.id, other.id),
  );
  const verdict = findings.some(({ severity }) => severity === "breaking") ? "breaking" : "safe";
  return { verdict, findings };
}

/** The worst of what one cause leads to stands for it. */
function findingOf(
  same: readonly Noticed[],
  policy: Policy,
  hash: (text: string) => string,
): Finding {
  const judged = same.map((one) => ({ one, severity: severityOf(one, policy) }));
  judged.sort(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      Number(a.one.witness === undefined) - Number(b.one.witness === undefined),
  );
  const [{ one, severity } = { one: same[0] as Noticed, severity: "info" as const }] = judged;
  const worst = judged.filter(
    (other) => other.severity === severity && other.one.effect === one.effect,
  );
  const operations = [...new Set(worst.map((other) => other.one.operation))].sort(compareText);
  return {
    id: `${one.direction}-${one.about}-${one.effect}-${hash(`${one.where} ${one.cause}`)}`,
    severity,
    where: one.where,
    operations,
    direction: one.direction,
    message: one.proven === "tested" ? `${one.message} (tested, unproven)` : one.message,
    witness: one.witness ?? null,
  };
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
