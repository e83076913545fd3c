import { type ItemRecord, indexes, kindOf, nameOf } from "../long-history/fields.js";
import { longHistory, type PastGate } from "../long-history/history.js";
import { dayOf } from "../long-history/long-api.js";

/** The item API as data, for a peer in another language. */
export interface ItemSpec {
  readonly fields: readonly { readonly name: string; readonly kind: string }[];
  readonly versions: readonly {
    readonly day: string;
    readonly gates: readonly Omit<PastGate, "changes">[];
  }[];
  readonly record: ItemRecord;
}

/** What the long history says, with today's name of each enum whose values changed. */
export function itemSpec(versions: number, touching: number, record: ItemRecord): ItemSpec {
  return {
    fields: indexes.map((index) => ({ name: nameOf(index), kind: kindOf(index) })),
    versions: longHistory(versions, touching).versions.map((gates, step) => ({
      day: dayOf(step),
      gates: gates.map(({ gate, deed, onParam }) => ({ gate, deed, onParam })),
    })),
    record,
  };
}
