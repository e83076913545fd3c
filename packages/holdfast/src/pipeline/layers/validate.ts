import { readExpansion } from "../../compile/expansion.js";
import type { QuickRead } from "../../compile/quick-reader.js";
import { raise } from "../../definition/raised.js";
import { Reader, refuse } from "../../definition/reader.js";
import * as invalid from "../../definition/validation-errors.js";
import type { WireObject } from "../../http/message.js";
import { type Call, type Layer, need } from "../call.js";
import { paramHelp } from "../param-help.js";

/** Reads the params as the caller's version has them and turns them into today's. */
export const validate: Layer = {
  name: "validate",
  async run(call, next) {
    const { head, expand } = call.read ?? quickTree(call) ?? interpret(call);
    const { resources } = need(call, "contract");
    const expansion = readExpansion(expand, need(call, "method").returns, resources);
    if (expansion) call.expand = expansion;
    call.said = need(call, "contract").filler(need(call, "method"))(head);
    call.params = head;
    return next();
  },
};

/** What was sent as a typed tree, in one run; undefined where it is unusual or wrong. */
function quickTree(call: Call): QuickRead | undefined {
  const { params, typed } = need(call, "sent");
  if (!typed) return undefined;
  return need(call, "contract")
    .quickReader(need(call, "method"))
    ?.tree(params, need(call, "pathParams"));
}

/** Reads param by param, and raises an error about the first thing that is wrong. */
function interpret(call: Call): QuickRead {
  const method = need(call, "method");
  const { params, isText } = need(call, "sent");
  const path = need(call, "pathParams");
  const at = Reader.top({
    isText: (param) => param in path || isText(param),
    help: (to) => paramHelp(call.served.api.timeline, method, need(call, "version"), to),
  });
  const { expand, ...own } = params;
  const head: Record<string, unknown> = {};
  need(call, "contract").reader(method)(withPath(own, path), at, head);
  return { head, expand: expandPaths(expand, at) };
}

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
