import { isRoute } from "../../contract/check-definitions.js";
import type { MethodShape } from "../../contract/contract.js";
import type { DraftContract } from "../../contract/draft-contract.js";
import { captureOrigin, type Origin } from "../../definition/location.js";
import type { MethodDefinition, SuccessStatus } from "../../definition/method.js";
import type { KeyKind } from "../../pipeline/account-store.js";
import { type Change, ChangeProblem, unfit } from "../change.js";

/** What happened to a method; `older` says what is otherwise in the version before. */
export function methodChange(
  kind: string,
  of: MethodDefinition,
  origin: Origin,
  older: (method: MethodShape, gate: string, draft: DraftContract) => Partial<MethodShape>,
  aspect: string = kind,
): Change {
  return {
    kind,
    subject: of.name,
    origin,
    resolve({ draft, gate, claim }) {
      const method = draft.method(of.name);
      if (!method) throw new ChangeProblem("unknown_subject", {});
      older(method, gate, draft);
      claim(of, aspect);
      // Anew, because other changes of the version may have added to it.
      const edit = () =>
        draft.changeMethod(of.name, older(draft.method(of.name) ?? method, gate, draft));
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

/**
 * A method that is there now and was not: callers of older versions are told which version it
 * needs, and not that there is nothing.
 *
 * @example
 * methodNeeds(createAccount)
 */
export function methodNeeds(of: MethodDefinition): Change {
  return methodChange("method_needs", of, captureOrigin(methodNeeds), (method, gate) =>
    method.exists ? { exists: false, needs: gate } : unfit("it is not there now"),
  );
}

/**
 * A method had another name in the docs and in errors. Permissions keep today's.
 *
 * @example
 * methodWas(listCharges, "charges.retrieve_all")
 */
export function methodWas(of: MethodDefinition, name: string): Change {
  return methodChange("method_name", of, captureOrigin(methodWas), () =>
    /^[\w.]+$/.test(name) ? { name } : unfit(`${name} is no name of a method`),
  );
}

/**
 * A method's success had another HTTP status. Where it is 204, what `execute` returns is not shown.
 *
 * @example
 * successStatusWas(deleteCustomer, 200)
 */
export function successStatusWas(of: MethodDefinition, status: SuccessStatus): Change {
  return methodChange("success_status", of, captureOrigin(successStatusWas), () => ({ status }));
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
