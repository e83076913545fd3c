import type { Captured, Replay } from "holdfast/samples";
import type { ExampleSet } from "./example-set.js";

/** A record of an example, and the answer that it stands in. */
export interface FoundRecord {
  readonly record: object;
  readonly captured: Captured;
}

/** The fullest record of each resource among the answers of examples. */
export class RecordIndex {
  readonly #found = new Map<string, FoundRecord>();

  constructor({ methods, events }: ExampleSet, replay: Replay) {
    for (const { runs } of [...Object.values(methods), ...Object.values(events)]) {
      for (const captured of runs.flatMap((run) => run.captured ?? []).reverse()) {
        for (const { resource, record } of replay.recordsOf(captured)) {
          this.#offer(resource, { record, captured });
        }
      }
    }
  }

  /** The record that is shown for a resource; undefined where no example has one. */
  find(resource: string): FoundRecord | undefined {
    return this.#found.get(resource);
  }

  #offer(resource: string, found: FoundRecord): void {
    const known = this.#found.get(resource);
    if (known && saidBy(known.record) >= saidBy(found.record)) return;
    this.#found.set(resource, found);
  }
}

/** How much a record says. */
function saidBy(record: object): number {
  return Object.values(record).filter((value) => value !== undefined && value !== null).length;
}
