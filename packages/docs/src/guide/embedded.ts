import type { Kind } from "holdfast";
import { armsOfUnion, type Contract, envelopeOf, type ObjectShape } from "holdfast/contract";

/** The resources that values of a kind hold as they are, however deep; what they only name is not. */
export function embeddedIn(contract: Contract, kind: Kind): ReadonlySet<string> {
  const found = new Set<string>();
  meetKind(contract, kind, found);
  // What is found on the way is gone through in its turn.
  for (const key of found) {
    const resource = contract.resources.get(key);
    if (!resource) continue;
    meetShape(contract, resource.shape, found);
    if (resource.definition.arms) for (const arm of armsOfUnion(resource).values()) found.add(arm);
    for (const form of resource.forms ?? []) found.add(form.key);
  }
  return found;
}

function meetShape(contract: Contract, shape: ObjectShape, found: Set<string>): void {
  for (const { info } of shape.fields.values()) meetKind(contract, info.kind, found);
}

function meetKind(contract: Contract, kind: Kind, found: Set<string>): void {
  const [item] = kind.parts ?? [];
  if (kind.name === "page" && item) {
    const envelope = envelopeOf(contract, item, kind.place);
    if (envelope !== null) found.add(envelope);
    meetKind(contract, item, found);
    return;
  }
  if (kind.resource !== undefined && kind.name !== "ref") found.add(kind.resource);
  if (kind.shape) meetShape(contract, kind.shape, found);
  for (const part of kind.arms?.map((arm) => arm.kind) ?? kind.parts ?? []) {
    meetKind(contract, part, found);
  }
}
