import type { Definitions } from "../contract/definitions.js";
import type { Timeline } from "../history/timeline.js";
import { blamedGate } from "./blame.js";
import { ContractView } from "./contract-view.js";
import { aloneContracts, lessOneContracts, releasedContracts, type Subject } from "./gate-sets.js";
import type { MatrixFailure, MatrixReport, Unproven } from "./report.js";
import { runUnit, shrunk, type UnitFailure } from "./run-unit.js";
import type { ProofTools } from "./tools.js";
import type { Unit } from "./unit.js";
import { unitsOf } from "./units.js";

/** An API as the matrix sees it. */
export interface ProvenApi {
  readonly definitions: Definitions;
  readonly timeline: Timeline;
}

/** How a matrix is run. */
export interface MatrixSettings {
  readonly seed: number;
  /** Random examples for each released shape, beside those that take every option once. */
  readonly runs: number;
  onProgress?(done: number, all: number): void;
}

interface Planned {
  readonly unit: Unit;
  /** Random examples, beside those that take every option once. */
  readonly runs: number;
  readonly view: ContractView;
}

/** Failures that are shrunk and blamed; the others of the same kind are only counted. */
const SHOWN = 25;

/** Proves every method at every version, from the contracts alone. */
export async function runMatrix(
  { definitions, timeline }: ProvenApi,
  settings: MatrixSettings,
  tools: ProofTools,
): Promise<MatrixReport> {
  const started = performance.now();
  const world = { definitions, tools };
  const released = releasedContracts(timeline);
  const alone = aloneContracts(timeline);
  const granted = [...alone, ...lessOneContracts(timeline, alone)];
  const planned = new Map<string, Planned>();
  const shapes = new Set<string>();
  const numbers = new Map<string, number>();
  for (const subject of [...released, ...granted]) {
    const view = new ContractView(subject.contract, world, subject.label);
    const found = unitsOf(view, timeline, subject, numbers);
    for (const shape of found.shapes) shapes.add(shape);
    const runs = subject.versions.length > 0 ? settings.runs : 0;
    for (const unit of found.units) {
      if (!planned.has(unit.key)) planned.set(unit.key, { unit, view, runs });
    }
  }
  const found = await proveAll([...planned.values()], timeline, settings);
  return {
    seed: settings.seed,
    runs: settings.runs,
    methods: definitions.methods.length,
    versions: timeline.versions.length,
    pairs: countPairs(released),
    shapes: shapes.size,
    contracts: { released: released.length, granted: granted.length },
    units: planned.size,
    ...found,
    milliseconds: Math.round(performance.now() - started),
  };
}

function countPairs(released: readonly Subject[]): number {
  return released.reduce((sum, { contract, versions }) => {
    const methods = [...contract.methods.values()].filter(({ exists }) => exists);
    return sum + methods.length * versions.length;
  }, 0);
}

async function proveAll(
  planned: readonly Planned[],
  timeline: Timeline,
  settings: MatrixSettings,
): Promise<{ examples: number; failures: MatrixFailure[]; unproven: Unproven[] }> {
  const failures = new Map<string, MatrixFailure>();
  const unproven = new Map<string, Unproven>();
  let examples = 0;
  for (const [index, { unit, view, runs }] of planned.entries()) {
    const outcome = runUnit(unit, view.world.tools, { seed: settings.seed, runs });
    examples += outcome.examples;
    if (outcome.noSample !== undefined) {
      unproven.set(unit.subject, { subject: unit.subject, reason: outcome.noSample });
    }
    if (outcome.failure) {
      const key = `${unit.subject} ${outcome.failure.message}`;
      const known = failures.get(key);
      failures.set(
        key,
        known
          ? { ...known, contracts: known.contracts + 1 }
          : failureAt(view, unit, outcome.failure, timeline, settings.seed, failures.size < SHOWN),
      );
    }
    if (index % 8 === 0) {
      settings.onProgress?.(index, planned.length);
      // So that whatever shows the progress can do so.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  settings.onProgress?.(planned.length, planned.length);
  return { examples, failures: [...failures.values()], unproven: [...unproven.values()] };
}

function failureAt(
  view: ContractView,
  unit: Unit,
  found: UnitFailure,
  timeline: Timeline,
  seed: number,
  explains: boolean,
): MatrixFailure {
  const { message, evidence, tape } = explains
    ? shrunk(unit, view.world.tools, seed, found)
    : found;
  const gate = explains ? blamedGate(timeline, view, unit, tape) : null;
  return { subject: unit.subject, at: view.label, contracts: 1, message, gate, evidence };
}
