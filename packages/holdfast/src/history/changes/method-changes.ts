import { isRoute } from "../../contract/check-definitions.js";
import type { MethodShape } from "../../contract/contract.js";
import { captureOrigin, type Origin } from "../../definition/location.js";
import type { MethodDefinition } from "../../definition/method.js";
import type { KeyKind } from "../../pipeline/account-store.js";
import { type Change, ChangeProblem, unfit } from "../change.js";

function methodChange(
  kind: string,
  of: MethodDefinition,
  origin: Origin,
  older: (method: MethodShape, gate: string) => Partial<MethodShape>,
  aspect: string = kind,
): Change {
  return {
    kind,
    subject: of.name,
    origin,
    resolve({ draft, gate, claim }) {
      const method = draft.method(of.name);
      if (!method) throw new ChangeProblem("unknown_subject", {});
      older(method, gate);
      claim(of, aspect);
      // Anew, because other changes of the version may have added to it.
      const edit = () => draft.changeMethod(of.name, older(draft.method(of.name) ?? method, gate));
      return { edit };
    },
  };
}

/** A method that is there now and was not. */
export function methodAdded(of: MethodDefinition): Change {
  return methodChange("method_added", of, captureOrigin(methodAdded), (method) =>
    method.exists ? { exists: false } : unfit("it is not there now"),
  );
}

/** A method that is no longer there; its definition is marked `until` the gate. */
export function methodRemoved(of: MethodDefinition): Change {
  return methodChange("method_removed", of, captureOrigin(methodRemoved), (method, gate) =>
    method.definition.until === gate
      ? { exists: true }
      : unfit(`the definition must have until: "${gate}"`),
  );
}

/** A method answered at another route: `POST /v1/charges/{charge}/refund`. */
export function routeWas(of: MethodDefinition, route: string): Change {
  return methodChange("route", of, captureOrigin(routeWas), () => {
    if (!isRoute(route)) unfit(`${route} is not a verb and a path`);
    const [verb = "", path = ""] = route.split(" ");
    return { verb, path };
  });
}

/** A method could be called with keys of other kinds. */
export function keysWere(of: MethodDefinition, keys: readonly KeyKind[]): Change {
  return methodChange("keys", of, captureOrigin(keysWere), () => ({ keys }));
}

/** A named check of a method that older versions do not make. */
export function checkAdded(of: MethodDefinition, check: string): Change {
  return methodChange(
    "check",
    of,
    captureOrigin(checkAdded),
    (method) =>
      check in method.definition.checks
        ? { lifted: [...method.lifted, check] }
        : unfit(`it has no check called ${check}`),
    `check ${check}`,
  );
}
