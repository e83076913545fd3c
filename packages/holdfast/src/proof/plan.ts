import { createHash } from "node:crypto";
import type { Definitions } from "../contract/definitions.js";
import type { Timeline } from "../history/timeline.js";
import { ContractView } from "./contract-view.js";
import { aloneContracts, lessOneContracts, releasedContracts, type Subject } from "./gate-sets.js";
import { StandIns } from "./stand-ins.js";
import type { ProofTools } from "./tools.js";
import type { Unit } from "./unit.js";
import { unitsOf } from "./units.js";

/** An API as the matrix sees it. */
export interface ProvenApi {
  readonly definitions: Definitions;
  readonly timeline: Timeline;
}

/** One thing to prove, and at which contract. */
export interface Planned {
  readonly unit: Unit;
  readonly view: ContractView;
  /** Whether random examples are searched, beside those that take every option once. */
  readonly searched: boolean;
}

/** All that there is to prove about an API, in an order that hangs on the API alone. */
export interface MatrixPlan {
  readonly planned: readonly Planned[];
  readonly released: readonly Subject[];
  readonly granted: readonly Subject[];
  /** How many different shapes the methods have. */
  readonly shapes: number;
  /** The same in every process that plans the same work. */
  readonly digest: string;
}

/** Finds out what there is to prove; what looks the same at several contracts is there once. */
export function planMatrix({ definitions, timeline }: ProvenApi, tools: ProofTools): MatrixPlan {
  const world = { definitions, timeline, tools, standIns: new StandIns() };
  const released = releasedContracts(timeline);
  const alone = aloneContracts(timeline);
  const granted = [...alone, ...lessOneContracts(timeline, alone)];
  const planned = new Map<string, Planned>();
  const shapes = new Set<string>();
  const numbers = new Map<string, number>();
  for (const subject of [...released, ...granted]) {
    const view = new ContractView(subject.contract, world, subject.label);
    const found = unitsOf(view, subject, numbers);
    for (const shape of found.shapes) shapes.add(shape);
    const searched = subject.versions.length > 0;
    for (const unit of found.units) {
      if (!planned.has(unit.key)) planned.set(unit.key, { unit, view, searched });
    }
  }
  const digest = createHash("sha256");
  for (const { unit, view } of planned.values()) digest.update(`${unit.subject} ${view.label}\n`);
  return {
    planned: [...planned.values()],
    released,
    granted,
    shapes: shapes.size,
    digest: digest.digest("hex"),
  };
}
