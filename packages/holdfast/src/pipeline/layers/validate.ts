import { readExpansion } from "../../compile/expansion.js";
import { raise } from "../../definition/raised.js";
import { Reader, refuse } from "../../definition/reader.js";
import * as invalid from "../../definition/validation-errors.js";
import type { WireObject } from "../../http/message.js";
import { type Layer, need } from "../call.js";
import { paramHelp } from "../param-help.js";

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
