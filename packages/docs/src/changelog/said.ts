import type { Contract } from "holdfast/contract";
import type { Difference } from "../compare/difference.js";
import type { Prose } from "../model/docs.js";
import type { SubjectRef } from "../model/refs.js";
import { calledAt } from "./called.js";
import { isRef } from "./is-ref.js";
import { isToldByAuthor } from "./is-told-by-author.js";

/** A statement about one or more things. */
export interface Said {
  /** What it is about, where the statement itself does not say so. */
  readonly subjects: readonly SubjectRef[];
  /** How those are called. */
  readonly called: readonly string[];
  readonly says: Prose;
  /** What to do about it, by who sends and by who reads. */
  readonly mends: readonly Prose[];
}

/** What differences say, each statement once, with what it is about, but for what the author says. */
export function saidOf(
  differences: readonly Difference[],
  contract: Contract | undefined,
): readonly Said[] {
  const found = new Map<string, { subjects: SubjectRef[]; says: Prose; mends: Set<Prose> }>();
  for (const difference of differences) {
    if (isToldByAuthor(difference)) continue;
    const { subject, part, says, mend } = difference;
    const said = found.get(says) ?? { subjects: [], says, mends: new Set() };
    if (part !== "itself" && isRef(subject)) said.subjects.push(subject);
    if (mend !== undefined) said.mends.add(mend);
    found.set(says, said);
  }
  return [...found.values()].map((said) => ({
    ...said,
    mends: [...said.mends],
    called: [...new Set(said.subjects.map((subject) => calledAt(contract, subject)))],
  }));
}
