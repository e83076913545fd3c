import type { MethodShape } from "../contract/contract.js";
import { groupsMade } from "../definition/checks.js";
import * as invalid from "../definition/validation-errors.js";

type Head = Readonly<Record<string, unknown>>;

/**
 * The error that head's checks over several params must raise, for those that the contract does
 * not lift: of several that do not hold, the one that its order puts first. Undefined where all
 * hold.
 */
export function brokenRule(method: MethodShape, head: Head): string | undefined {
  const { definition, lifted, order } = method;
  const given = (params: readonly string[]): number =>
    params.filter((name) => head[name] !== undefined).length;
  const broken: { readonly name: string | undefined; readonly error: string }[] = [];
  for (const { name, params } of groupsMade(method, "oneRequired")) {
    if (given(params) === 0) broken.push({ name, error: invalid.paramsNeeded.name });
  }
  for (const { name, params } of groupsMade(method, "onlyOne")) {
    if (given(params) > 1) broken.push({ name, error: invalid.paramsConflict.name });
  }
  for (const [name, { test, raises }] of Object.entries(definition.checks)) {
    if (lifted.includes(name) || test(head as never) === true) continue;
    broken.push({ name, error: (raises ?? invalid.checkFailed).name });
  }
  const rank = ({ name }: { readonly name: string | undefined }): number =>
    name === undefined ? -1 : order.indexOf(name);
  return broken.sort((one, other) => rank(one) - rank(other))[0]?.error;
}
