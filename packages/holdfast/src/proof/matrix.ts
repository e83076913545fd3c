import { blamedGate } from "./blame.js";
import type { Subject } from "./gate-sets.js";
import { type MatrixPlan, type Planned, type ProvenApi, planMatrix } from "./plan.js";
import type { MatrixFailure, MatrixReport, Unproven } from "./report.js";
import { failureOf, shrunk, type UnitOutcome } from "./run-unit.js";
import { type MatrixSettings, proveShare, type ShareOutcome } from "./share.js";
import { stoodInFor } from "./stand-ins.js";
import type { ProofTools } from "./tools.js";

/** Another thread, which has the same API and takes a share of the work. */
export interface Helper {
  /**
   * Proves the share of this helper, one of `of`; undefined where it cannot, or where its plan is
   * another one than `digest`.
   */
  prove(
    share: { readonly index: number; readonly of: number },
    digest: string,
    onDone: (proofs: number) => void,
  ): Promise<ShareOutcome | undefined>;
}

/** Failures that are shrunk and blamed; the others of the same kind are only counted. */
const SHOWN = 25;

/** Proves every method at every version, from the contracts alone. */
export async function runMatrix(
  api: ProvenApi,
  settings: MatrixSettings,
  tools: ProofTools,
  helpers: readonly Helper[] = [],
): Promise<MatrixReport> {
  const started = performance.now();
  const plan = planMatrix(api, tools);
  const { outcomes, threads } = await proveAll(plan, settings, tools, helpers);
  const { definitions, timeline } = api;
  const total = (of: (outcome: UnitOutcome) => number): number =>
    [...outcomes.values()].reduce((sum, outcome) => sum + of(outcome), 0);
  return {
    seed: settings.seed,
    runs: settings.runs,
    methods: definitions.methods.length,
    versions: timeline.versions.length,
    pairs: countPairs(plan.released),
    shapes: plan.shapes,
    contracts: { released: plan.released.length, granted: plan.granted.length },
    units: plan.planned.length,
    examples: total(({ examples }) => examples),
    options: total(({ options }) => options),
    taken: total(({ taken }) => taken),
    failures: await failuresIn(plan, outcomes, api, settings.seed, tools),
    unproven: unprovenIn(plan, outcomes),
    stoodIn: stoodInFor(definitions),
    lossy: [...new Set(plan.planned.flatMap(({ unit }) => unit.lossy ?? []))].sort(),
    threads,
    milliseconds: Math.round(performance.now() - started),
  };
}

function countPairs(released: readonly Subject[]): number {
  return released.reduce((sum, { contract, versions }) => {
    const methods = [...contract.methods.values()].filter(({ exists }) => exists);
    return sum + methods.length * versions.length;
  }, 0);
}

/** What came of every proof, in the plan's order, and how many threads had a part in it. */
async function proveAll(
  plan: MatrixPlan,
  settings: MatrixSettings,
  tools: ProofTools,
  helpers: readonly Helper[],
): Promise<{ readonly outcomes: ShareOutcome; readonly threads: number }> {
  const all = plan.planned.length;
  let done = 0;
  const onDone = (proofs: number): void => {
    done += proofs;
    settings.onProgress?.(done, all);
  };
  const of = helpers.length + 1;
  const own = (index: number) => proveShare(plan, { index, of }, settings, tools, onDone);
  const helped = helpers.map((helper, index) =>
    helper.prove({ index: index + 1, of }, plan.digest, onDone),
  );
  const shares = [await own(0)];
  const theirs = await Promise.all(helped);
  for (const [index, share] of theirs.entries()) shares.push(share ?? (await own(index + 1)));
  settings.onProgress?.(all, all);
  const outcomes = new Map(shares.flatMap((share) => [...share]).sort(([a], [b]) => a - b));
  return { outcomes, threads: 1 + theirs.filter((share) => share !== undefined).length };
}

async function failuresIn(
  { planned }: MatrixPlan,
  outcomes: ShareOutcome,
  { timeline }: ProvenApi,
  seed: number,
  tools: ProofTools,
): Promise<readonly MatrixFailure[]> {
  const failures = new Map<string, MatrixFailure>();
  for (const [place, { failing }] of outcomes) {
    const one: Planned | undefined = planned[place];
    if (!failing || !one) continue;
    const { unit, view } = one;
    const found = await failureOf(unit, failing);
    const key = `${unit.subject} ${found.message}`;
    const known = failures.get(key);
    if (known) {
      failures.set(key, { ...known, contracts: known.contracts + 1 });
      continue;
    }
    const explains = failures.size < SHOWN;
    const simplest = explains ? await shrunk(unit, tools, seed, found) : found;
    const { message, evidence, tape } = simplest;
    const gate = explains ? await blamedGate(timeline, view, unit, tape) : null;
    const { subject } = unit;
    failures.set(key, { subject, at: view.label, contracts: 1, message, gate, evidence });
  }
  return [...failures.values()];
}

function unprovenIn({ planned }: MatrixPlan, outcomes: ShareOutcome): readonly Unproven[] {
  const unproven = new Map<string, Unproven>();
  for (const [place, { noSample }] of outcomes) {
    const subject = planned[place]?.unit.subject;
    if (noSample === undefined || subject === undefined) continue;
    unproven.set(subject, { subject, reason: noSample });
  }
  return [...unproven.values()];
}
