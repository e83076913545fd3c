import type { Kind } from "holdfast";
import { armsOfUnion, envelopeOf, type ObjectShape, type UnionArm } from "holdfast/contract";
import { attributeDocs } from "./attributes.js";
import type { AttributeDoc, VariantDoc } from "./docs.js";
import { labelOf } from "./label.js";
import { isPlaced, type Scope, todaysName } from "./scope.js";
import { inArm, inObject, inResource, type Spot } from "./spot.js";

/** An attribute whose inside is asked for. */
export interface Holder {
  readonly spot: Spot;
  readonly name: string;
  readonly key: string;
}

type Inside = Pick<AttributeDoc, "attributes" | "variants">;

const nothing: Inside = { attributes: [], variants: [] };

/**
 * What stands in an attribute: members of an object, of a list's items or of a map's values, and
 * the shapes that it may have. Resources have pages of their own; only what is another at this
 * place is shown in it.
 */
export function insideOf(kind: Kind, holder: Holder, scope: Scope): Inside {
  const inner = innermost(kind);
  if (inner.name === "either") return { attributes: [], variants: sidesOf(inner, holder, scope) };
  if (inner.arms) return { attributes: [], variants: armDocs(inner.arms, holder, scope) };
  if (inner.shape) return { attributes: members(inner.shape, holder, scope), variants: [] };
  if (inner.name === "page") return pageHere(inner, holder, scope);
  const { item } = holder.spot;
  if (inner.holdsItems && item) return insideOf(item, holder, scope);
  return inner.resource === undefined ? nothing : resourceHere(inner.resource, holder, scope);
}

/** What a list, a list of lists, a map holds. */
function innermost(kind: Kind): Kind {
  const [part] = kind.parts ?? [];
  return part && (kind.name === "list" || kind.name === "map_of") ? innermost(part) : kind;
}

function members(
  shape: ObjectShape,
  { spot, name }: Holder,
  scope: Scope,
): readonly AttributeDoc[] {
  return attributeDocs(shape, inObject(spot, name), scope);
}

/** A text, or an object: what the text is needs no more than its label. */
function sidesOf({ parts = [] }: Kind, holder: Holder, scope: Scope): readonly VariantDoc[] {
  return parts.flatMap((part): readonly VariantDoc[] => {
    if (part.arms) return armDocs(part.arms, holder, scope);
    return [
      {
        name: part.shape ? "object" : "text",
        unnamed: true,
        label: labelOf(part, scope),
        description: "",
        resource: part.resource && todaysName(part.resource),
        attributes: part.shape ? members(part.shape, holder, scope) : [],
      },
    ];
  });
}

function armDocs(
  arms: readonly UnionArm[],
  { spot, name }: Holder,
  scope: Scope,
): readonly VariantDoc[] {
  return arms.flatMap(({ called, kind }) => {
    if (called === null) return [];
    const { shape, resource } = kind;
    const attributes = shape ? attributeDocs(shape, inArm(spot, name, called), scope) : [];
    const label = labelOf(kind, scope);
    return [
      {
        name: called,
        label,
        description: "",
        resource: resource && todaysName(resource),
        attributes,
      },
    ];
  });
}

/** What wraps a page, where it or the items are others at this place; the items of a bare array. */
function pageHere(kind: Kind, holder: Holder, scope: Scope): Inside {
  const [item = kind] = kind.parts ?? [];
  const { contract } = scope;
  const key = envelopeOf(contract, item, kind.place);
  if (key === null) return insideOf(item, holder, scope);
  const shape = contract.resources.get(key)?.shape;
  const differs = isPlaced(key) || isPlaced(item.resource ?? "");
  if (!shape || !differs || holder.spot.inside.includes(key)) return nothing;
  const here = { resource: key, shape, key: holder.key };
  const spot = { ...inResource(holder.spot, holder.name, here), item };
  return { attributes: attributeDocs(shape, spot, scope), variants: [] };
}

/** A resource that is another at one place than on its page, with its fields there. */
function resourceHere(key: string, { spot, name, key: own }: Holder, scope: Scope): Inside {
  const resource = scope.contract.resources.get(key);
  if (!resource || spot.inside.includes(key)) return nothing;
  const here = { resource: key, shape: resource.shape, key: own };
  const arms = resource.definition.arms ? [...armsOfUnion(resource)] : [];
  const placedArms = arms.filter(([, arm]) => isPlaced(arm));
  if (placedArms.length > 0)
    return { attributes: [], variants: armsHere(arms, name, spot, own, scope) };
  if (!isPlaced(key)) return nothing;
  const attributes = attributeDocs(resource.shape, inResource(spot, name, here), scope);
  return { attributes, variants: [] };
}

function armsHere(
  arms: readonly (readonly [arm: string, resource: string])[],
  name: string,
  spot: Spot,
  key: string,
  scope: Scope,
): readonly VariantDoc[] {
  return arms.map(([arm, resource]) => {
    const shape = scope.contract.resources.get(resource)?.shape;
    const at =
      shape && inResource(spot, `${name}<${arm}>`, { resource, shape, key: `${key}<${arm}>` });
    return {
      name: scope.called(resource),
      label: scope.called(resource),
      description: scope.prose(scope.contract.resources.get(resource)?.definition.description),
      resource: todaysName(resource),
      attributes:
        shape && at && isPlaced(resource) && !spot.inside.includes(resource)
          ? attributeDocs(shape, { ...at, path: [...spot.path, name] }, scope)
          : [],
    };
  });
}
