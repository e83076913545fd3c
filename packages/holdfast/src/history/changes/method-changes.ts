import { isRoute } from "../../contract/check-definitions.js";
import type { MethodShape } from "../../contract/contract.js";
import type { DraftContract } from "../../contract/draft-contract.js";
import { captureOrigin, type Origin } from "../../definition/location.js";
import type { MethodDefinition, SuccessStatus } from "../../definition/method.js";
import type { KeyKind } from "../../pipeline/account-store.js";
import { type Change, ChangeProblem, type ChangeScope, unfit } from "../change.js";
import { tolerant } from "../field.js";

/** What a change of a method makes of it in the version before. */
export type Older = (
  method: MethodShape,
  gate: string,
  draft: DraftContract,
) => Partial<MethodShape>;

/** What of a method a change is about, and how it is called. */
export interface MethodAspect {
  readonly kind: string;
  readonly of: MethodDefinition;
  readonly origin: Origin;
  /** What two changes of one version may not both set; the kind, unless said. */
  readonly aspect?: string;
  readonly subject?: string;
}

/** What happened to a method alone; `older` says what is otherwise in the version before. */
function methodChange({ kind, of, origin }: MethodAspect, older: Older): Change {
  return {
    kind,
    subject: of.name,
    origin,
    resolve: (scope) => ({ edit: resolveAt(of.name, scope, older, kind) }),
  };
}

/** What happened to a method and, with it, to the legacy methods that it answers for. */
export function answerChange(
  { kind, of, origin, aspect = kind, subject = of.name }: MethodAspect,
  older: Older,
): Change {
  return {
    kind,
    subject,
    origin,
    resolve(scope) {
      const [, ...dispatched] = scope.draft.methods.names(of.name);
      const edits = [
        resolveAt(of.name, scope, older, aspect),
        ...dispatched.flatMap(
          (name) => tolerant(() => resolveAt(name, scope, older, aspect, true)) ?? [],
        ),
      ];
      return {
        edit: () => {
          for (const edit of edits) edit();
        },
      };
    },
  };
}

function resolveAt(
  name: string,
  { draft, gate, claim }: ChangeScope,
  older: Older,
  aspect: string,
  yields = false,
): () => void {
  const method = draft.methods.get(name);
  if (!method) throw new ChangeProblem("unknown_subject", {});
  older(method, gate, draft);
  claim(`method ${name}`, aspect, yields);
  // Anew, because other changes of the version may have added to it.
  return () => draft.methods.change(name, older(draft.methods.get(name) ?? method, gate, draft));
}

/**
 * A method that is there now and was not.
 *
 * @example
 * methodAdded(createRefund)
 */
export function methodAdded(of: MethodDefinition): Change {
  return methodChange({ kind: "method_added", of, origin: captureOrigin(methodAdded) }, (method) =>
    method.exists ? { exists: false } : unfit("it is not there now"),
  );
}

/**
 * A method that is no longer there; its definition is marked `until` the gate.
 *
 * @example
 * methodRemoved(closeInvoice)
 */
export function methodRemoved(of: MethodDefinition): Change {
  return methodChange(
    { kind: "method_removed", of, origin: captureOrigin(methodRemoved) },
    (method, gate) =>
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
  return methodChange(
    { kind: "method_needs", of, origin: captureOrigin(methodNeeds) },
    (method, gate) =>
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
  return methodChange({ kind: "method_name", of, origin: captureOrigin(methodWas) }, () =>
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
  return answerChange(
    { kind: "success_status", of, origin: captureOrigin(successStatusWas) },
    () => ({ status }),
  );
}

/**
 * A legacy method that another one answers for is no longer there; its definition, made by
 * `dispatched`, is marked `until` the gate.
 *
 * @example
 * dispatchedTo(transferTransactions, balanceHistory)
 */
export function dispatchedTo(of: MethodDefinition, to: MethodDefinition): Change {
  return methodChange(
    { kind: "method_dispatched", of, origin: captureOrigin(dispatchedTo) },
    (method, gate) => {
      const { until, dispatch } = method.definition;
      if (dispatch?.to !== to.name) unfit(`its definition is not dispatched to ${to.name}`);
      return until === gate ? { exists: true } : unfit(`the definition must have until: "${gate}"`);
    },
  );
}

/**
 * A method answered at another route: `POST /v1/charges/{charge}/refund`.
 *
 * @example
 * routeWas(createRefund, "POST /v1/charges/{charge}/refund")
 */
export function routeWas(of: MethodDefinition, route: string): Change {
  return methodChange({ kind: "route", of, origin: captureOrigin(routeWas) }, () => {
    if (!isRoute(route)) unfit(`${route} is not a verb and a path`);
    const [verb = "", path = ""] = route.split(" ");
    return { verb, path };
  });
}

/**
 * A method could be called with keys of other kinds.
 *
 * @example
 * keysWere(createCharge, ["secret", "publishable"])
 */
export function keysWere(of: MethodDefinition, keys: readonly KeyKind[]): Change {
  return answerChange({ kind: "keys", of, origin: captureOrigin(keysWere) }, () => ({ keys }));
}
