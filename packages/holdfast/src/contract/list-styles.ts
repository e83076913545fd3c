import type { Kind } from "../definition/kind.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import type { Contract } from "./contract.js";

/** How the lists at one place are written. */
export interface ListPlace {
  /** The resource that the list is of. */
  readonly item: string | undefined;
  /** The resource that wraps its pages; null where they are bare arrays. */
  readonly envelope: string | null;
  /** Gates whose changes made it what it is. */
  readonly via: readonly string[];
}

/** How the lists of a contract are written. */
export interface ListStyles {
  /** The resource that wraps pages where a place does not say otherwise. */
  readonly envelope: string;
  /** Lists that are written otherwise: of one method or field, or all lists of one resource. */
  readonly places: ReadonlyMap<string, ListPlace>;
}

/** The place of all lists of a resource, wherever they stand. */
export function placeOfItems(resource: string): string {
  return `[${resource}]`;
}

/** What the lists of one place are wrapped in, where that differs from all others. */
export function envelopeAt(envelope: string, place: string): string {
  return `${envelope}@${place}`;
}

/** The resource that wraps pages of `item` at a place; null where they are bare arrays. */
export function envelopeOf(
  { lists, wire }: Pick<Contract, "lists" | "wire">,
  item: Kind,
  place: string | undefined,
): string | null {
  const resource = item.resource?.split("@")[0];
  const found =
    lists.places.get(place ?? "") ??
    (resource === undefined ? undefined : lists.places.get(placeOfItems(resource)));
  if (found) return found.envelope;
  return wire.lists === "array" ? null : lists.envelope;
}

/** What the envelope calls the items of a page, which `expand` paths name. */
export function itemsName(contract: Contract, envelope: string): string | undefined {
  const fields = contract.resources.get(envelope)?.shape.fields.values() ?? [];
  return [...fields].find(({ info }) => info.kind.holdsItems)?.name;
}

/** The shape with its pages told apart: each knows where it stands. */
export function withListPlaces(shape: ObjectShape, owner: string): ObjectShape {
  const fields = placedFields(shape.fields, owner);
  const dormant = placedFields(shape.dormant, owner);
  return fields === shape.fields && dormant === shape.dormant
    ? shape
    : { ...shape, fields, dormant };
}

type FieldMap = ReadonlyMap<string, ShapeField>;

function placedFields(fields: FieldMap, owner: string): FieldMap {
  let changed = false;
  const placed = new Map<string, ShapeField>();
  for (const [name, field] of fields) {
    const kind = placedKind(field.info.kind, `${owner}.${name}`);
    changed ||= kind !== field.info.kind;
    placed.set(name, { ...field, info: { ...field.info, kind } });
  }
  return changed ? placed : fields;
}

function placedKind(kind: Kind, place: string): Kind {
  if (kind.withPlace) return kind.withPlace(place);
  if (!kind.shape || !kind.sharesScope) return kind;
  const shape = withListPlaces(kind.shape, place);
  return shape === kind.shape ? kind : (kind.withShape?.(shape) ?? kind);
}
