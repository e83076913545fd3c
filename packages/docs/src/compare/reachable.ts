import type { Kind } from "holdfast";
import {
  armsOfUnion,
  type Contract,
  type EventShape,
  envelopeOf,
  type ObjectShape,
  type ResourceShape,
} from "holdfast/contract";

/** A mention of a resource: as it is, by its id, or as the items of pages. */
export interface Mention {
  /** The key of the resource among the contract's: its name, or that of a place of its own. */
  readonly resource: string;
  readonly kind: Kind;
}

const NONE: readonly Mention[] = [];
const NO_PARTS: readonly Kind[] = [];
const ofResources = new WeakMap<ResourceShape, readonly Mention[]>();
const ofKinds = new WeakMap<Kind, readonly Mention[]>();
const mentions = new WeakMap<ObjectShape, readonly Mention[]>();
const reached = new WeakMap<Contract, ReadonlySet<string>>();

/** Whether callers may see an event, under whatever name. */
export function isSent({ names }: EventShape): boolean {
  return names.some(({ type }) => type !== null);
}

/** The resource whose place, or whose form, a key is of. */
export function resourceOf(key: string): string {
  const mark = key.indexOf("@");
  return mark === -1 ? key : key.slice(0, mark);
}

/** The resources that an object embeds or refers to, however deep in it. */
function mentionsIn(shape: ObjectShape): readonly Mention[] {
  const known = mentions.get(shape);
  if (known) return known;
  const made = eachOnce([...shape.fields.values()].flatMap(({ info }) => mentionsOf(info.kind)));
  mentions.set(shape, made);
  return made;
}

/** The resources that values of a kind embed, refer to, or are. */
export function mentionsOf(kind: Kind): readonly Mention[] {
  const { resource, shape, arms, parts } = kind;
  if (resource === undefined && !shape && !parts) return NONE;
  const known = ofKinds.get(kind);
  if (known) return known;
  const own = resource === undefined ? NONE : [{ resource, kind }];
  const inside = arms?.filter(({ called }) => called !== null).map((arm) => arm.kind);
  // Of parts with a shape, that is the shape; arms have one each.
  const others = inside ?? parts?.filter((part) => !part.shape) ?? [];
  const made = [...own, ...(shape ? mentionsIn(shape) : NONE), ...others.flatMap(mentionsOf)];
  ofKinds.set(kind, made);
  return made;
}

/** One mention of each resource is enough, but pages may each be wrapped in something else. */
function eachOnce(all: readonly Mention[]): readonly Mention[] {
  const kept = new Map(
    all.map((one) => [`${one.resource} ${one.kind.name === "page" ? one.kind.place : ""}`, one]),
  );
  return [...kept.values()];
}

/** The resources that stand in a resource: in its fields, its arms and its forms. */
export function mentionedBy(resource: ResourceShape): readonly Mention[] {
  const known = ofResources.get(resource);
  if (known) return known;
  const arms = resource.definition.arms ? [...armsOfUnion(resource).values()] : [];
  const forms = (resource.forms ?? []).map(({ key }) => key);
  const made = [
    ...mentionsIn(resource.shape),
    ...[...arms, ...forms].map((key) => ({
      resource: key,
      kind: { name: "resource", label: key },
    })),
  ];
  ofResources.set(resource, made);
  return made;
}

/** The keys of all resources that callers of a contract may be shown. */
export function reachableResources(contract: Contract): ReadonlySet<string> {
  const known = reached.get(contract);
  if (known) return known;
  const found = new Set<string>();
  const meet = (all: readonly Mention[]): void => {
    for (const { resource, kind } of all) {
      found.add(resource);
      const [item] = kind.parts ?? NO_PARTS;
      const envelope = item && kind.name === "page" && envelopeOf(contract, item, kind.place);
      if (envelope) found.add(envelope);
    }
  };
  for (const { exists, returns } of contract.methods.values()) {
    if (exists) meet(mentionsOf(returns));
  }
  for (const event of contract.events.values()) {
    if (isSent(event)) found.add(event.definition.object.name);
  }
  for (const { shape } of contract.errors.values()) meet(mentionsIn(shape));
  // What is found on the way is gone through in its turn.
  for (const key of found) {
    const resource = contract.resources.get(key);
    if (resource) meet(mentionedBy(resource));
    // A place of a resource has a page where the resource has it.
    found.add(resourceOf(key));
  }
  reached.set(contract, found);
  return found;
}
