import { readExpansion } from "../../compile/expansion.js";
import type { Check, ParamGroups } from "../../definition/method.js";
import { showPath } from "../../definition/path.js";
import { Raised, raise } from "../../definition/raised.js";
import { Reader, refuse } from "../../definition/reader.js";
import * as invalid from "../../definition/validation-errors.js";
import type { WireObject } from "../../http/message.js";
import { Addresses } from "../addresses.js";
import { type Call, type Layer, need } from "../call.js";
import { paramHelp } from "../param-help.js";

type Params = Readonly<Record<string, unknown>>;

/** Reads the params as the caller's version has them and turns them into today's. */
export const validate: Layer = {
  name: "validate",
  async run(call, next) {
    const contract = need(call, "contract");
    const method = need(call, "method");
    const { params, isText } = need(call, "sent");
    const path = need(call, "pathParams");
    const at = Reader.top({
      isText: (param) => param in path || isText(param),
      help: (to) => paramHelp(call.served.api.timeline, method, need(call, "version"), to),
    });
    const { expand, ...own } = params;
    const head: Record<string, unknown> = {};
    contract.reader(method)(withPath(own, path), at, head);
    const expansion = readExpansion(expandPaths(expand, at), method.returns, contract.resources);
    if (expansion) call.expand = expansion;
    checkGroups(call, method.definition.groups, head);
    for (const [name, check] of Object.entries(method.definition.checks)) {
      if (!method.lifted.includes(name)) runCheck(check, head);
    }
    call.params = head;
    return next();
  },
};

function withPath(params: WireObject, path: Readonly<Record<string, string>>): WireObject {
  for (const [name, value] of Object.entries(path)) {
    if (name in params && params[name] !== value) {
      raise(invalid.paramsDisagree, { other: "the path" }, { param: [name] });
    }
  }
  return { ...params, ...path };
}

/** The paths of `expand`, one or a list of them. */
function expandPaths(expand: WireObject[string] | undefined, at: Reader): readonly string[] {
  if (expand === undefined || expand === "") return [];
  const paths = Array.isArray(expand) ? expand : [expand];
  const here = at.below("expand");
  return paths.map((path) =>
    typeof path === "string" ? path : refuse(here, "a list of paths", path),
  );
}

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
