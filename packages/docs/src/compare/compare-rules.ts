import { groupsMade, type MethodShape } from "holdfast/contract";
import { code, codes } from "../text/code.js";
import { fillNames } from "../text/fill.js";
import type { MethodPair } from "./compare-method.js";
import type { Difference } from "./difference.js";

/** What differs in the rules over several params. */
export function compareRules(pair: MethodPair): readonly Difference[] {
  const { before, after, sides, tell } = pair;
  // Which rules there are hangs on the definition and on what is lifted.
  if (isSame(before.lifted, after.lifted)) return order(pair);
  const older = rulesOf(before, (text) => fillNames(text, sides.older));
  const newer = rulesOf(after, (text) => fillNames(text, sides.newer));
  const added = [...newer].filter(([name]) => !older.has(name));
  const removed = [...older].filter(([name]) => !newer.has(name));
  return [
    ...added.map(([, says]) =>
      tell("rule_added", {
        says: `${code(after.name)} has a new rule: ${says}`,
        mend: `Keep to the new rule of ${code(after.name)}.`,
        is: says,
      }),
    ),
    ...removed.map(([, says]) =>
      tell("rule_removed", {
        says: `${code(after.name)} no longer has the rule: ${says}`,
        was: says,
      }),
    ),
    ...(added.length + removed.length === 0 ? order(pair) : []),
  ];
}

function order({ before, after, tell }: MethodPair): readonly Difference[] {
  if (isSame(before.order, after.order)) return [];
  return [
    tell("rule_order", {
      says: `Of two rules of ${code(after.name)} that are both broken, another one is told first: the order is ${codes(after.order, "and")} now`,
      was: before.order,
      is: after.order,
    }),
  ];
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some === others || some.join() === others.join();
}

/** The rules that are made, with what they say. */
function rulesOf(
  method: MethodShape,
  prose: (text: string) => string,
): ReadonlyMap<string, string> {
  const callers = new Map(
    [...method.params.fields.values()].map(({ name, target }) => [target.join("."), name]),
  );
  const groups = (["oneRequired", "onlyOne"] as const).flatMap((sort) =>
    groupsMade(method, sort).map(({ name, params }): [string, string] => {
      const names = params.flatMap((param) => callers.get(param) ?? []);
      const says =
        sort === "oneRequired"
          ? `At least one of ${codes(names)} is required`
          : `Only one of ${codes(names, "and")} may be given`;
      return [`${sort} ${name ?? params.join()}`, says];
    }),
  );
  const checks = Object.entries(method.definition.checks)
    .filter(([name]) => !method.lifted.includes(name))
    .map(([name, { description }]): [string, string] => [
      `check ${name}`,
      prose(description).replace(/\.$/, ""),
    ]);
  return new Map([...groups, ...checks]);
}
