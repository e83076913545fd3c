import type { Contract, ObjectShape } from "holdfast/contract";
import type { SubjectRef } from "../model/refs.js";
import { type Existing, existingAt, namesOf, shapeOf } from "./existing.js";

/** Versions that follow each other, by their places in the history, at which a subject is the same. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What callers call it; none where it is not there. */
  readonly names: readonly string[];
  readonly shape: ObjectShape | undefined;
}

/** A subject over all versions: contracts share what does not change between them. */
export function stretchesOf(
  contracts: readonly Contract[],
  subject: SubjectRef,
): readonly Stretch[] {
  const stretches: (Stretch & { to: number })[] = [];
  let before: Existing | undefined;
  for (const [index, contract] of contracts.entries()) {
    const found = existingAt(contract, subject);
    const last = stretches.at(-1);
    if (last && found === before) last.to = index;
    else {
      const names = found ? namesOf(found) : [];
      stretches.push({ from: index, to: index, names, shape: found && shapeOf(found) });
    }
    before = found;
  }
  return stretches;
}
