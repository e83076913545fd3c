import type { Captured, FoundRecord, Replay } from "holdfast/samples";
import type { ExampleSet } from "./example-set.js";

/** A record of an example, and the answer that it stands in. */
export interface SampleRecord {
  readonly record: object;
  readonly captured: Captured;
}

/** The fullest record of each resource among the answers of examples. */
export class RecordIndex {
  readonly #found = new Map<string, SampleRecord>();

  constructor({ methods, events }: ExampleSet, replay: Replay) {
    const all = [...Object.values(methods), ...Object.values(events)]
      .flatMap(({ runs }) => runs.toReversed())
      .flatMap(({ captured }) => captured ?? []);
    for (const captured of all) this.#offer(replay.recordsOf(captured), captured);
    // Examples may have what is loaded in common.
    const seen = new Set<Captured["records"]>();
    for (const captured of all) {
      if (!seen.has(captured.records)) this.#offer(replay.loadedFor(captured), captured);
      seen.add(captured.records);
    }
  }

  /** The record that is shown for a resource; undefined where no example has one. */
  find(resource: string): SampleRecord | undefined {
    return this.#found.get(resource);
  }

  #offer(records: readonly FoundRecord[], captured: Captured): void {
    for (const { resource, record } of records) {
      const known = this.#found.get(resource);
      if (known && saidBy(known.record) >= saidBy(record)) continue;
      this.#found.set(resource, { record, captured });
    }
  }
}

/** How much a record says. */
function saidBy(record: object): number {
  return Object.values(record).filter((value) => value !== undefined && value !== null).length;
}
