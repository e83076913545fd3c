import type { Outcome } from "holdfast/contract";
import { code, inWords } from "../text/code.js";
import type { MethodPair } from "./compare-method.js";
import { shown } from "./compare-type.js";
import type { Difference } from "./difference.js";

/** What differs in how endings are told: successes that are errors now, and the other way round. */
export function compareOutcomes({ before, after, tell }: MethodPair): readonly Difference[] {
  const known = new Set(after.outcomes.map(keyOf));
  const old = new Set(before.outcomes.map(keyOf));
  const name = code(after.name);
  const gone = before.outcomes.filter((one) => !known.has(keyOf(one)));
  const come = after.outcomes.filter((one) => !old.has(keyOf(one)));
  return [
    ...gone.map((one) =>
      one.was === "success"
        ? tell("error", {
            says: `${name} ends in the error ${code(one.error)} where it was a success`,
            mend: `Handle ${code(one.error)}; what it tells of stands in its ${code(one.result)}.`,
            is: one.error,
          })
        : tell("error", {
            says: `${name} succeeds where it ended in the error ${code(one.error.name)}: the answer's ${code(one.where)} is ${inWords(one.is.map(shown))}`,
            mend: `Look at ${code(one.where)} of the answer, and not only for ${code(one.error.name)}.`,
            was: one.error.name,
          }),
    ),
    ...come.map((one) =>
      tell("error", {
        says:
          one.was === "success"
            ? `${name} is a success where it ended in the error ${code(one.error)}`
            : `${name} ends in the error ${code(one.error.name)} where it was a success`,
        mend: one.was === "success" ? undefined : `Handle ${code(one.error.name)}.`,
      }),
    ),
  ];
}

function keyOf(outcome: Outcome): string {
  return outcome.was === "success"
    ? `success ${outcome.error}`
    : `failure ${outcome.error.name} ${outcome.where} ${JSON.stringify(outcome.is)}`;
}

/** The error that an ending is told as, or was. */
export function errorOfOutcome(outcome: Outcome): string {
  return outcome.was === "success" ? outcome.error : outcome.error.name;
}
