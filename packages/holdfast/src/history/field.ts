import type { Owner } from "../contract/owner.js";
import { type ErrorSubject, partsOf, subjectOf } from "../definition/error-at.js";
import type { FormSubject } from "../definition/form-of.js";
import type { ListSubject } from "../definition/list-of.js";
import { captureOrigin } from "../definition/location.js";
import type { MethodDefinition } from "../definition/method.js";
import { parsePath } from "../definition/path.js";
import type { ResourceDefinition } from "../definition/resource.js";
import type { DiagnosticId } from "../diagnostics/catalogue.js";
import type { Address } from "./address.js";
import { type Change, ChangeProblem, type ChangeScope, type Edits } from "./change.js";
import { linkedAddresses } from "./linked.js";

/** What happened to a field or param. Each verb is one file of `changes/`. */
export interface FieldVerb {
  readonly kind: string;
  /** What is changed with it in params that are `t.same` as the field: its values, or its name. */
  readonly follows?: "values" | "name";
  /** Its name today, where the change is of that. */
  readonly now?: string;
  resolve(address: Address): Edits;
}

/**
 * Says what happened to a field of a resource, wherever the resource stands, or of an error,
 * wherever it is raised or at one method (`errorAt`). The
 * path is in the names of the version before; a path through an embedded resource changes that
 * place only.
 *
 * @example
 * field(charge, "card", renamedTo("source"))
 */
export function field(
  of: ResourceDefinition | ErrorSubject | ListSubject | FormSubject,
  path: string,
  verb: FieldVerb,
): Change {
  return fieldChange(of, path, verb, captureOrigin(field));
}

/**
 * Says what happened to a param of a method, in the names of the version before.
 *
 * @example
 * param(createCharge, "card", renamedTo("source"))
 */
export function param(of: MethodDefinition, path: string, verb: FieldVerb): Change {
  return fieldChange(of, path, verb, captureOrigin(param));
}

/** Says what happened at a path of a resource, an error, or a method's params. */
export function fieldChange(
  of: ResourceDefinition | ErrorSubject | ListSubject | FormSubject | MethodDefinition,
  path: string,
  verb: FieldVerb,
  origin: Change["origin"],
): Change {
  const [owner, name] = ownerOf(of);
  return {
    kind: verb.kind,
    subject: `${name}${path}`,
    origin,
    about: { owner, path: parsePath(path) },
    resolve: (scope) =>
      joined(
        addresses(owner, path, scope).flatMap((one) => [
          resolveOne(one, verb),
          ...linkedAddresses(one, verb).map((linked) => resolveLinked(linked, verb)),
        ]),
      ),
  };
}

function ownerOf(
  of: ResourceDefinition | ErrorSubject | ListSubject | FormSubject | MethodDefinition,
): [owner: Owner, prefix: string] {
  if ("execute" in of) return [{ method: of.name }, `${of.name} `];
  if ("list" in of) return [of, `list of ${of.list}.`];
  if ("form" in of) return [of, `${of.resource} (${of.form}).`];
  if ("getters" in of) return [{ resource: of.name }, `${of.name}.`];
  return [partsOf(of), `${subjectOf(of)}.`];
}

function addresses(owner: Owner, path: string, scope: ChangeScope): Address[] {
  const objects = scope.draft.objects(owner);
  if (objects.length === 0) throw new ChangeProblem("unknown_subject", {});
  if ("method" in owner) scope.about(owner.method);
  return objects.map(({ name, object }) => ({
    owner,
    ownerName: name,
    root: object,
    path: parsePath(path),
    scope,
  }));
}

function resolveOne(address: Address, verb: FieldVerb): Edits {
  if (!address.ownerName.includes("@")) return verb.resolve(address);
  const { edit, place, check } = tolerant(() => verb.resolve(address)) ?? {};
  return {
    ...(edit && { edit }),
    ...(place && { place: () => tolerant(place) }),
    ...(check && { check: () => tolerant(check) }),
  };
}

/** What a change of the param's own says goes first. */
function resolveLinked(address: Address, verb: FieldVerb): Edits {
  try {
    return verb.resolve(address);
  } catch (problem) {
    if (problem instanceof ChangeProblem && problem.id === "conflict") return {};
    throw problem;
  }
}

/** A place that changes of its own made different need not have, or be, what all others are. */
export function tolerant<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (problem) {
    if (problem instanceof ChangeProblem && TOLERATED.has(problem.id)) return undefined;
    throw problem;
  }
}

const TOLERATED = new Set<DiagnosticId>(["unknown_name", "change_unfit", "conflict"]);

function joined(all: readonly Edits[]): Edits {
  return {
    edit: () => {
      for (const one of all) one.edit?.();
    },
    place: () => {
      for (const one of all) one.place?.();
    },
    check: () => {
      for (const one of all) one.check?.();
    },
  };
}
