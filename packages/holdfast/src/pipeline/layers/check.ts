import type { Check, ParamGroups } from "../../definition/method.js";
import { showPath } from "../../definition/path.js";
import { Raised, raise } from "../../definition/raised.js";
import * as invalid from "../../definition/validation-errors.js";
import { Addresses } from "../addresses.js";
import { type Call, type Layer, need } from "../call.js";

type Params = Readonly<Record<string, unknown>>;

/** Makes head's checks over several params, but for those that the caller's gates lift. */
export const check: Layer = {
  name: "check",
  async run(call, next) {
    const { definition, lifted } = need(call, "method");
    const head = need(call, "params");
    checkGroups(call, definition.groups, head);
    for (const [name, one] of Object.entries(definition.checks)) {
      if (!lifted.includes(name)) runCheck(one, head);
    }
    return next();
  },
};

/** Groups are of head's params, and told in the caller's names. */
function checkGroups(
  call: Call,
  { oneRequired = [], onlyOne = [] }: ParamGroups<string>,
  head: Params,
): void {
  const given = (names: readonly string[]) => names.filter((name) => head[name] !== undefined);
  const callers = (names: readonly string[]) => {
    const addresses = new Addresses(need(call, "method").params);
    return names.flatMap((name) => addresses.of([name]) ?? []).map((one) => showPath([one]));
  };
  for (const group of oneRequired) {
    if (given(group).length > 0) continue;
    const names = callers(group);
    const param = names.length === 1 ? { param: names } : {};
    raise(invalid.paramsNeeded, { names: names.join(", ") }, param);
  }
  for (const group of onlyOne) {
    if (given(group).length > 1)
      raise(invalid.paramsConflict, { names: callers(group).join(", ") });
  }
}

function runCheck(check: Check<never>, head: Params): void {
  const outcome = check.test(head as never);
  if (outcome === true) return;
  const options = check.param === undefined ? {} : { param: check.param };
  throw new Raised(check.raises ?? invalid.checkFailed, { reason: outcome }, options);
}
