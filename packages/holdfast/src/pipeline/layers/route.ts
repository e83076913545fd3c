import { raise } from "../../definition/raised.js";
import { type Call, type Layer, need } from "../call.js";
import * as errors from "../errors.js";

/** Finds the method that a path leads to at the caller's version. */
export const route: Layer = {
  name: "route",
  async run(call, next) {
    const { method: verb, path } = call.request;
    const contract = need(call, "contract");
    const routed = call.served.api.router(contract.contract).find(verb, path);
    if ("method" in routed) {
      call.method = routed.method;
      call.pathParams = routed.params;
      return next();
    }
    const { allowed } = routed;
    if (allowed.length > 0) {
      const headers = { allow: allowed.join(", ") };
      return raise(
        errors.verbNotAllowed,
        { verb, path: shown(path), allowed: headers.allow },
        { headers },
      );
    }
    return raise(errors.routeUnknown, { verb, path: shown(path), help: knownElsewhere(call) });
  },
};

function shown(path: string): string {
  return path.length > 200 ? `${path.slice(0, 200)}…` : path;
}

/** Says at which version there is something at this path, if at any. */
function knownElsewhere(call: Call): string {
  const { api } = call.served;
  const { method: verb, path } = call.request;
  const names = api.timeline.versions.map((version) => version.name);
  const at = names.filter((name) => {
    const contract = api.timeline.at(name);
    return contract !== undefined && "method" in api.router(contract).find(verb, path);
  });
  const [first, last] = [at[0], at.at(-1)];
  if (first === undefined || last === undefined) return "";
  const here = names.indexOf(call.version ?? "");
  return here < names.indexOf(first)
    ? ` It exists from version ${first} on.`
    : ` It existed until version ${last}.`;
}
