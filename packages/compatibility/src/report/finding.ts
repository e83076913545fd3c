import type { Json } from "../schema/json.js";
import type { Proof } from "../schema/proof.js";
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
  /** Looks for a witness, where that takes long: it is asked of what would be breaking only. */
  readonly prove?: () => { readonly proven: Proof; readonly witness?: Json };
}

/** At how many places of one cause a witness is looked for. */
const mostProofs = 4;

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
  const worst =
    order.find((severity) => judged.some((each) => each.severity === severity)) ?? "info";
  const alike = judged.filter(({ severity }) => severity === worst).map(({ one }) => one);
  const told = worst === "info" ? alike[0] : provenOf(alike);
  if (!told) throw new Error("A finding has something that was noticed.");
  const operations = [...new Set(alike.map(({ operation }) => operation))].sort(compareText);
  return {
    id: `${told.direction}-${told.about}-${told.effect}-${hash(`${told.where} ${told.cause}`)}`,
    severity: severityOf(told, policy),
    where: told.where,
    operations,
    direction: told.direction,
    message: told.proven === "tested" ? `${told.message} (tested, unproven)` : told.message,
    witness: told.witness ?? null,
  };
}

/** The first of some that can be proven; else the first. */
function provenOf(alike: readonly Noticed[]): Noticed | undefined {
  let first: Noticed | undefined;
  for (const one of alike.slice(0, mostProofs)) {
    const told = one.prove ? { ...one, ...one.prove() } : one;
    if (told.proven !== "tested") return told;
    first ??= told;
  }
  return first;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
