import { sameJson } from "../compile/diff.js";
import type { WirePolicy } from "../contract/contract.js";
import type { Json } from "../definition/kind.js";
import { Violation } from "./tools.js";

type Hash = { readonly [key: string]: Json };

/** Previous attributes hold the old value of each thing that changed, and of nothing else. */
export function checkPrevious(
  before: Json,
  after: Json,
  previous: Json,
  wire: WirePolicy,
  evidence: Readonly<Record<string, unknown>>,
): void {
  if (!isHash(before) || !isHash(after) || !isHash(previous)) {
    throw new Violation("an event does not say what changed", evidence);
  }
  for (const key of new Set([before, after, previous].flatMap(Object.keys))) {
    const [was, is] = [before[key] ?? null, after[key] ?? null];
    const told = Object.hasOwn(previous, key);
    if (told === sameJson(was, is)) {
      const verb = told ? "did not change and is told" : "changed and is not told";
      throw new Violation(`${key} ${verb}`, evidence);
    }
    if (told) checkTold(key, was, is, previous[key], wire, evidence);
  }
}

function checkTold(
  key: string,
  was: Json,
  is: Json,
  told: Json,
  wire: WirePolicy,
  evidence: Readonly<Record<string, unknown>>,
): void {
  if (wire.diffHashes === "nested" && isHash(was) && isHash(is)) {
    checkPrevious(was, is, told, wire, evidence);
    return;
  }
  const partial = wire.diffLists === "entries" && Array.isArray(was) && Array.isArray(is);
  const expected = partial ? entriesThatDiffer(was, is) : was;
  if (!sameJson(told, expected)) {
    throw new Violation(`the old value of ${key} is told as something else`, evidence);
  }
}

function entriesThatDiffer(was: readonly Json[], is: readonly Json[]): readonly Json[] {
  return was.filter((entry, index) => index >= is.length || !sameJson(entry, is[index]));
}

function isHash(value: Json): value is Hash {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
