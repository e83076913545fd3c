import type { Kind } from "holdfast";
import {
  armsOfUnion,
  type Contract,
  envelopeOf,
  type ObjectShape,
  typesOfEvent,
} from "holdfast/contract";

/** A mention of a resource: as it is, by its id, or as the items of pages. */
export interface Mention {
  /** The key of the resource among the contract's: its name, or that of a place of its own. */
  readonly resource: string;
  readonly kind: Kind;
}

const mentions = new WeakMap<ObjectShape, readonly Mention[]>();
const reached = new WeakMap<Contract, ReadonlySet<string>>();

/** The resource whose place, or whose form, a key is of. */
export function resourceOf(key: string): string {
  return key.split("@")[0] ?? key;
}

/** The resources that an object embeds or refers to, however deep in it. */
export function mentionsIn(shape: ObjectShape): readonly Mention[] {
  const known = mentions.get(shape);
  if (known) return known;
  const made = [...shape.fields.values()].flatMap(({ info }) => mentionsOf(info.kind));
  mentions.set(shape, made);
  return made;
}

/** The resources that values of a kind embed, refer to, or are. */
export function mentionsOf(kind: Kind): readonly Mention[] {
  const { resource, shape, arms, parts = [] } = kind;
  const own = resource === undefined ? [] : [{ resource, kind }];
  const within = shape ? mentionsIn(shape) : [];
  const called = arms?.filter((arm) => arm.called !== null).map((arm) => arm.kind);
  const inParts = (called ?? parts).flatMap((part) => (part.shape ? [] : mentionsOf(part)));
  const inArms = (called ?? []).flatMap((part) => (part.shape ? mentionsIn(part.shape) : []));
  return [...own, ...within, ...inParts, ...inArms];
}

/** The keys of resources that stand in a resource: its fields', its arms' and its forms'. */
export function mentionedBy(contract: Contract, key: string): readonly Mention[] {
  const resource = contract.resources.get(key);
  if (!resource) return [];
  const arms = resource.definition.arms ? [...armsOfUnion(resource).values()] : [];
  const forms = (resource.forms ?? []).map((form) => form.key);
  const embedded: Kind = { name: "resource", label: key };
  return [
    ...mentionsIn(resource.shape),
    ...[...arms, ...forms].map((one) => ({ resource: one, kind: embedded })),
  ];
}

/** The keys of all resources that callers of a contract may be shown. */
export function reachableResources(contract: Contract): ReadonlySet<string> {
  const known = reached.get(contract);
  if (known) return known;
  const found = new Set<string>();
  const meet = (all: readonly Mention[]): void => {
    for (const { resource, kind } of all) {
      found.add(resource);
      // A place of a resource has a page where the resource has it.
      found.add(resourceOf(resource));
      const envelope =
        kind.parts?.[0] && kind.name === "page" && envelopeOf(contract, kind.parts[0], kind.place);
      if (envelope) found.add(envelope).add(resourceOf(envelope));
    }
  };
  for (const { exists, returns } of contract.methods.values())
    if (exists) meet(mentionsOf(returns));
  for (const event of contract.events.values()) {
    if (typesOfEvent(event).length > 0) found.add(event.definition.object.name);
  }
  for (const { shape } of contract.errors.values()) meet(mentionsIn(shape));
  // What is found on the way is gone through in its turn.
  for (const key of found) meet(mentionedBy(contract, key));
  reached.set(contract, found);
  return found;
}
