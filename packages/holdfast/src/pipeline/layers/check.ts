import type { MethodShape } from "../../contract/contract.js";
import { groupsMade, type ParamGroup } from "../../definition/checks.js";
import type { Check } from "../../definition/method.js";
import { showPath } from "../../definition/path.js";
import { Raised, raise } from "../../definition/raised.js";
import * as invalid from "../../definition/validation-errors.js";
import { Addresses } from "../addresses.js";
import { type Layer, need } from "../call.js";

type Params = Readonly<Record<string, unknown>>;

/** Something over several params, which throws where it does not hold. */
interface Rule {
  readonly name: string | undefined;
  run(head: Params): void;
}

/**
 * Makes head's checks over several params, but for those that the caller's gates lift. They are of
 * what the caller says: no view or order of a version makes one hold, or fail.
 */
export const check: Layer = {
  name: "check",
  async run(call, next) {
    const method = need(call, "method");
    const said = need(call, "said");
    for (const rule of rulesOf(method)) rule.run(said);
    return next();
  },
};

const known = new WeakMap<MethodShape, readonly Rule[]>();

/** The rules of a method, in the order in which the caller's version makes them. */
function rulesOf(method: MethodShape): readonly Rule[] {
  const made = known.get(method);
  if (made) return made;
  const { definition, lifted, order } = method;
  const rank = ({ name }: Rule) => (name === undefined ? -1 : order.indexOf(name));
  const rules = [
    ...groupsMade(method, "oneRequired").map((group) => oneRequired(method, group)),
    ...groupsMade(method, "onlyOne").map((group) => onlyOne(method, group)),
    ...Object.entries(definition.checks)
      .filter(([name]) => !lifted.includes(name))
      .map(([name, one]): Rule => ({ name, run: (head) => runCheck(one, head) })),
  ].sort((one, other) => rank(one) - rank(other));
  known.set(method, rules);
  return rules;
}

function given(head: Params, names: readonly string[]): number {
  return names.filter((name) => head[name] !== undefined).length;
}

/** Groups are of head's params, and told in the caller's names. */
function callers({ params }: MethodShape, names: readonly string[]): string[] {
  const addresses = new Addresses(params);
  return names.flatMap((name) => addresses.of([name]) ?? []).map((one) => showPath([one]));
}

function oneRequired(method: MethodShape, { name, params }: ParamGroup): Rule {
  return {
    name,
    run(head) {
      if (given(head, params) > 0) return;
      const names = callers(method, params);
      const param = names.length === 1 ? { param: names } : {};
      raise(invalid.paramsNeeded, { names: names.join(", ") }, param);
    },
  };
}

function onlyOne(method: MethodShape, { name, params }: ParamGroup): Rule {
  return {
    name,
    run(head) {
      if (given(head, params) < 2) return;
      raise(invalid.paramsConflict, { names: callers(method, params).join(", ") });
    },
  };
}

function runCheck(check: Check<never>, head: Params): void {
  const outcome = check.test(head as never);
  if (outcome === true) return;
  const options = check.param === undefined ? {} : { param: check.param };
  throw new Raised(check.raises ?? invalid.checkFailed, { reason: outcome }, options);
}
