import type { MethodShape } from "../../contract/contract.js";
import { raise } from "../../definition/raised.js";
import { knownElsewhere } from "../../history/known-elsewhere.js";
import { type Call, type Layer, need } from "../call.js";
import * as errors from "../errors.js";
import { storedAnswer } from "../stored-answer.js";

/** Finds the method that a path leads to at the caller's version. */
export const route: Layer = {
  name: "route",
  async run(call, next) {
    try {
      findMethod(call);
    } catch (problem) {
      // A request that was answered once has that answer, wherever its route has gone since.
      const stored = await storedAnswer(call);
      if (stored) return stored;
      throw problem;
    }
    return next();
  },
};

/** Finds the method; raises where there is none. */
export function findMethod(call: Call): void {
  const { method: verb, path } = call.request;
  const { contract } = need(call, "contract");
  const routed = call.served.api.router(contract).find(verb, path);
  if ("method" in routed) {
    call.method = routed.method;
    call.pathParams = routed.params;
    if (!routed.method.exists) refuseTooOld(call, routed.method);
    return;
  }
  if (routed.allowed.length > 0) {
    const allow = allowHeader(routed.allowed);
    const details = { verb, path: shown(path), allowed: routed.allowed.join(", ") };
    raise(errors.verbNotAllowed, details, { headers: { allow } });
  }
  raise(errors.routeUnknown, { verb, path: shown(path), help: elsewhere(call) });
}

/** The version is too old for the method: says which one it needs. */
function refuseTooOld(call: Call, { name, needs = "" }: MethodShape): never {
  const needed = call.served.api.timeline.gates.get(needs)?.version;
  raise(errors.versionTooOld, { method: name, needed, version: call.version });
}

/** The methods that a path takes (RFC 9110, section 10.2.1). */
export function allowHeader(verbs: readonly string[]): string {
  return [...verbs, ...(verbs.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}

function shown(path: string): string {
  return path.length > 200 ? `${path.slice(0, 200)}…` : path;
}

/** Says at which version there is something at this path, if at any. */
function elsewhere(call: Call): string {
  const { api } = call.served;
  const { method: verb, path } = call.request;
  const known = knownElsewhere(api.timeline, call.version ?? "", (contract) => {
    const routed = api.router(contract).find(verb, path);
    return "method" in routed ? routed.method : undefined;
  });
  if (!known) return "";
  return "since" in known
    ? ` It exists from version ${known.since} on.`
    : ` It existed until version ${known.last}.`;
}
