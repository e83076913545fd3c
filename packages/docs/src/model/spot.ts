import type { Kind } from "holdfast";
import type { ObjectShape } from "holdfast/contract";
import { armStep } from "../compare/attributes.js";
import { identitiesOf } from "../compare/identity.js";
import type { AttributeDoc } from "./docs.js";
import type { SubjectRef } from "./refs.js";

/** Where the attributes of an object stand. */
export interface Spot {
  /** What their lives are those of: the page's subject, or a resource that is shown within it. */
  readonly subject: SubjectRef;
  readonly part: "params" | "fields";
  /** The shape that attributes are told apart in, and the way to the object from there. */
  readonly identities: ReadonlyMap<string, string>;
  readonly way: readonly string[];
  /** What goes before their keys, where the shape stands in another one. */
  readonly keyPrefix: string;
  /** The whole way to the object on its page, in the caller's names, and with the arms of unions. */
  readonly path: readonly string[];
  readonly steps: readonly string[];
  /** Where the params of a method stand. */
  readonly place?: AttributeDoc["place"];
  /** Places of resources around the object: one that stands in itself is not gone into again. */
  readonly inside: readonly string[];
  /** For what wraps a page: what the items are. */
  readonly item?: Kind;
}

/** The top of a page's params or fields. `anchor` goes before the names, where there are several. */
export function topSpot(
  subject: SubjectRef,
  part: Spot["part"],
  shape: ObjectShape,
  anchor: readonly string[] = [],
): Spot {
  return {
    subject,
    part,
    identities: identitiesOf(shape),
    way: [],
    keyPrefix: anchor.map((step) => `${step}/`).join(""),
    path: [],
    steps: anchor,
    inside: [],
  };
}

/** The members of an object that is an attribute of another, or stands in a list or a map that is. */
export function inObject(spot: Spot, name: string): Spot {
  return {
    ...spot,
    way: [...spot.way, name],
    path: [...spot.path, name],
    steps: [...spot.steps, name],
  };
}

/** The members of one of the shapes that an attribute may have. */
export function inArm(spot: Spot, name: string, arm: string): Spot {
  const step = armStep(name, arm);
  return {
    ...spot,
    way: [...spot.way, step],
    path: [...spot.path, name],
    steps: [...spot.steps, step],
  };
}

/** The fields of a resource that stands in an attribute and is another there than on its page. */
export function inResource(
  spot: Spot,
  name: string,
  {
    resource,
    shape,
    key,
  }: { readonly resource: string; readonly shape: ObjectShape; readonly key: string },
): Spot {
  return {
    ...spot,
    subject: { on: "resource", name: resource },
    part: "fields",
    identities: identitiesOf(shape),
    way: [],
    keyPrefix: `${key}/`,
    path: [...spot.path, name],
    steps: [...spot.steps, name],
    inside: [...spot.inside, resource],
  };
}

/** The fragment that leads to an attribute; ids of HTML have no spaces. */
export function anchorOf(steps: readonly string[]): string {
  const parts = steps.map((step) => step.replace(/<([^<>]*)>$/, "($1)").replace(/\s/g, "_"));
  return parts.join(".");
}
