import { armsOfUnion } from "../contract/arms.js";
import type { Contract } from "../contract/contract.js";
import { errorAtMethod } from "../contract/draft-errors.js";
import { formKey } from "../contract/forms.js";
import type { Owner } from "../contract/owner.js";
import type { Kind } from "../definition/kind.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { stepOf } from "../history/address.js";
import type { Change } from "../history/change.js";
import type { Timeline } from "../history/timeline.js";
import { Violation } from "./tools.js";
import type { Unit } from "./unit.js";

/**
 * A gate does what it says: with it, and what it builds on, alone, each field that one of its
 * changes is about is there, made by it; a field that was added is not.
 */
export function gateUnit(timeline: Timeline, gate: string, alone: Contract): Unit {
  return {
    key: `gate ${gate}`,
    subject: `${gate} (gate)`,
    rounds: 1,
    searched: false,
    at: ({ contract }) =>
      contract.gates.includes(gate) ? gateUnit(timeline, gate, contract) : undefined,
    check() {
      for (const change of timeline.modules.get(gate)?.changes ?? [])
        checkChange(alone, gate, change);
    },
  };
}

function checkChange(contract: Contract, gate: string, { kind, subject, about }: Change): void {
  const root = about && shapeOf(contract, about.owner);
  if (!about || !root) return;
  const field = follow(contract, root, about.path);
  const evidence = { change: kind, subject };
  if (kind === "added") {
    if (field) throw new Violation("what was added is there without being added", evidence);
  } else if (!field) {
    throw new Violation("what it says that older versions have is not there", evidence);
  } else if (!field.via.includes(gate)) {
    throw new Violation("it leaves what it is about as it was", evidence);
  }
}

function shapeOf(contract: Contract, owner: Owner): ObjectShape | undefined {
  if ("method" in owner) return contract.methods.get(owner.method)?.params;
  if ("error" in owner) {
    const { error, at } = owner;
    return contract.errors.get(at === undefined ? error : errorAtMethod(error, at))?.shape;
  }
  if ("list" in owner) {
    const envelope = contract.lists.places.get(owner.list)?.envelope ?? "";
    return contract.resources.get(envelope)?.shape;
  }
  const { resource, form } = owner;
  return contract.resources.get(form === undefined ? resource : formKey(resource, form))?.shape;
}

function follow(
  contract: Contract,
  root: ObjectShape,
  path: readonly string[],
): ShapeField | undefined {
  let shape: ObjectShape | undefined = root;
  let field: ShapeField | undefined;
  for (const step of path) {
    const { name, arm } = stepOf(step);
    field = shape?.fields.get(name);
    const kind: Kind | undefined = field?.info.kind;
    shape = kind && (arm === undefined ? shapeBelow(contract, kind) : armOf(contract, kind, arm));
  }
  return field;
}

function shapeBelow({ resources }: Contract, { shape, resource = "" }: Kind) {
  return shape ?? resources.get(resource)?.shape;
}

/** The object of one arm: of a union of hashes, or of a union of resources. */
function armOf(contract: Contract, kind: Kind, name: string): ObjectShape | undefined {
  const own = kind.arms?.find(({ called }) => called === name);
  if (own) return shapeBelow(contract, own.kind);
  const union = contract.resources.get(kind.resource ?? "");
  return union && contract.resources.get(armsOfUnion(union).get(name) ?? "")?.shape;
}
