import type { MethodDefinition } from "holdfast";
import type { Captured, FoundRecord, Replay } from "holdfast/samples";
import type { ExampleSet } from "./example-set.js";

/** A record of an example, and the answer that it stands in. */
interface SampleRecord {
  readonly record: object;
  readonly captured: Captured;
}

/**
 * A record of each resource: what the first method that returns it answered with, else the fullest
 * among the answers of all examples.
 */
export class RecordIndex {
  readonly #found = new Map<string, SampleRecord>();
  readonly #returned = new Set<string>();

  /** @param order the API's methods, the best known first */
  constructor({ methods, events }: ExampleSet, order: readonly MethodDefinition[], replay: Replay) {
    for (const { name, returns } of order) {
      if (returns.name !== "resource" || this.#returned.has(returns.resource ?? "")) continue;
      const captured = methods[name]?.runs.findLast((run) => run.captured)?.captured;
      if (captured) this.#return(returns.resource ?? "", captured, replay);
    }
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

  #return(resource: string, captured: Captured, replay: Replay): void {
    const found = replay.recordsOf(captured).find((one) => one.resource === resource);
    if (!found) return;
    this.#returned.add(resource);
    this.#found.set(resource, { record: found.record, captured });
  }

  #offer(records: readonly FoundRecord[], captured: Captured): void {
    for (const { resource, record } of records) {
      if (this.#returned.has(resource)) continue;
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
