import { evaluate, type UnionArm } from "holdfast/contract";
import { code } from "../text/code.js";
import type { AttributePair } from "./compare-attribute.js";
import type { Difference } from "./difference.js";
import { meaningsOf, valueNames, valuesOf } from "./value-chain.js";

/** What differs about the values of an enum, and about the variants of a union. */
export function compareValues(pair: AttributePair): readonly Difference[] {
  return [...values(pair), ...variants(pair), ...unknownValues(pair)];
}

function values(pair: AttributePair): readonly Difference[] {
  const { before, after, isParam, name } = pair;
  const [older, newer] = [valuesOf(before), valuesOf(after)];
  // Of what had no values, that is another type.
  if (older.length === 0 || newer.length === 0) return [];
  const names = valueNames(before, after);
  const renamed = older.flatMap((was) => {
    const is = names.newer(was);
    if (is === undefined || is === was) return [];
    return pair.tell("value_renamed", {
      says: `The value ${code(was)} of ${name} is now ${code(is)}`,
      mend: `${isParam ? "Send" : "Look for"} ${code(is)} instead of ${code(was)}.`,
      was,
      is,
    });
  });
  const removed = older.flatMap((was) => {
    if (names.newer(was) !== undefined) return [];
    const instead = takenAs(pair, was);
    return pair.tell("value_removed", {
      says: `${name} has no value ${code(was)} any more`,
      mend: mendOfRemoved(pair, was, instead),
      was,
    });
  });
  const added = newer.flatMap((is) => {
    if (names.older(is) !== undefined) return [];
    const meaning = meaningsOf(after.info.kind)[is];
    return pair.tell("value_added", {
      says: `${name} may be ${code(is)} now${meaning ? `: ${meaning.replace(/\.$/, "")}` : ""}`,
      mend: isParam ? undefined : `Be ready for ${code(is)} in ${name}.`,
      is,
    });
  });
  return [...renamed, ...removed, ...added];
}

function mendOfRemoved({ isParam, name }: AttributePair, was: string, instead: string | undefined) {
  if (!isParam) return `Do not wait for ${code(was)} in ${name}.`;
  return instead === undefined
    ? `Do not send ${code(was)} as ${name}.`
    : `Send ${code(instead)} instead of ${code(was)}.`;
}

/** What a value of older callers is taken as today. */
function takenAs({ steps, after }: AttributePair, value: string): string | undefined {
  const taken = steps
    .toReversed()
    .reduce<unknown>(
      (sent, { up }) => (up && sent !== undefined ? evaluate(up, [sent]) : undefined),
      value,
    );
  return valuesOf(after).find((one) => one === taken);
}

function variants(pair: AttributePair): readonly Difference[] {
  const { before, after, isParam, name } = pair;
  const newerOf = new Map((after.info.kind.arms ?? []).map((arm) => [arm.head, arm]));
  return (before.info.kind.arms ?? []).flatMap((older) => {
    const [was, is] = [older.called, newerOf.get(older.head)?.called ?? null];
    if (was === is || newerOf.size === 0) return [];
    if (was === null) {
      return pair.tell("variant_added", {
        says: `${name} may be ${named(is)} now`,
        mend: isParam ? undefined : `Be ready for ${named(is)} in ${name}.`,
        is,
      });
    }
    if (is === null) {
      return pair.tell("variant_removed", {
        says: `${name} can be ${named(was)} no longer`,
        mend: isParam
          ? `Do not send ${named(was)} as ${name}.`
          : `Do not wait for ${named(was)} in ${name}.`,
        was,
      });
    }
    return pair.tell("variant_renamed", {
      says: `What was ${named(was)} of ${name} is now ${named(is)}`,
      mend: `${isParam ? "Send" : "Look for"} ${named(is)} instead of ${named(was)}.`,
      was,
      is,
    });
  });
}

function named(called: UnionArm["called"]): string {
  return `the variant ${code(called ?? "")}`;
}

function unknownValues(pair: AttributePair): readonly Difference[] {
  const [was, is] = [pair.before.info.kind.unknownAs, pair.after.info.kind.unknownAs];
  if (was === is || pair.isParam || valuesOf(pair.after).length === 0) return [];
  return [
    pair.tell("converted", {
      says:
        is === undefined
          ? `${pair.name} shows every value as it is now; those that were not known were shown as ${code(was ?? "")}`
          : `${pair.name} shows values that are not known as ${code(is)} now`,
      mend:
        is === undefined ? `Be ready for values of ${pair.name} that you do not know.` : undefined,
      was,
      is,
    }),
  ];
}
