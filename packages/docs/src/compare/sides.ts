import type { Kind } from "holdfast";
import type { Contract, ShapeField } from "holdfast/contract";
import { type LabelScope, labelOf } from "../model/label.js";
import type { Difference, DifferenceKind, DifferenceSubject, Side } from "./difference.js";
import { resourceOf } from "./reachable.js";

/** The two contracts that are compared. */
export class Sides {
  readonly older: Contract;
  readonly newer: Contract;
  /** The gates that the older one has and the newer one has not, oldest first. */
  readonly between: readonly string[];
  readonly #ranks: ReadonlyMap<string, number>;
  readonly #scopes: readonly [LabelScope, LabelScope];

  constructor(older: Contract, newer: Contract) {
    this.older = older;
    this.newer = newer;
    const kept = new Set(newer.gates);
    this.between = older.gates.filter((gate) => !kept.has(gate));
    this.#ranks = new Map(this.between.map((gate, rank) => [gate, rank]));
    this.#scopes = [scopeOf(older), scopeOf(newer)];
  }

  /** What values of a kind are, in words, at the older contract. */
  labelBefore(kind: Kind): string {
    return labelOf(kind, this.#scopes[0]);
  }

  /** The same at the newer contract. */
  labelAfter(kind: Kind): string {
    return labelOf(kind, this.#scopes[1]);
  }

  /** The gates between the two that made an older field other than the newer one is. */
  gatesOf(older: ShapeField | undefined, newer?: ShapeField): readonly string[] {
    const all = new Set(older?.via);
    for (const gate of newer?.via ?? []) all.delete(gate);
    return this.among(all);
  }

  /** Those of some gates that stand between the two; the only one, where there is only one. */
  among(gates: Iterable<string> = []): readonly string[] {
    if (this.between.length < 2) return this.between;
    const known = [...gates].filter((gate) => this.#ranks.has(gate));
    return known.sort((a, b) => (this.#ranks.get(a) ?? 0) - (this.#ranks.get(b) ?? 0));
  }
}

function scopeOf(contract: Contract): LabelScope {
  return {
    contract,
    called: (resource) => contract.resources.get(resource)?.name ?? resourceOf(resource),
  };
}

/** Where differences are told. */
export interface Place {
  readonly subject: DifferenceSubject;
  readonly part: Difference["part"];
  /** What goes before the paths on either side: `card.` */
  readonly before: string;
  readonly after: string;
  /** What is said of the place where its name does not say it: ` (of a `card`)`. */
  readonly note: string;
}

/** The place of a subject's own params, fields or self. */
export function placeOf(subject: DifferenceSubject, part: Difference["part"]): Place {
  return { subject, part, before: "", after: "", note: "" };
}

/** What a difference says. */
export interface Saying {
  readonly before?: Side | undefined;
  readonly after?: Side | undefined;
  /** Sentences of Markdown, the last one's full stop left out. */
  readonly says: string;
  readonly mend?: string | undefined;
  readonly gates: readonly string[];
}

/** A difference at a place. */
export function differ(
  kind: DifferenceKind,
  { subject, part, note }: Place,
  { before, after, says, mend, gates }: Saying,
): Difference {
  return { kind, subject, part, before, after, says: `${says}${note}.`, mend, gates };
}
