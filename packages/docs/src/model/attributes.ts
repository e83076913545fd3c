import type { Json } from "holdfast";
import {
  isAlwaysThere,
  mayBeNull,
  type ObjectShape,
  type ShapeField,
  shownFields,
} from "holdfast/contract";
import type { AttributeDoc } from "./docs.js";
import { insideOf } from "./inside.js";
import type { Scope } from "./scope.js";
import { anchorOf, type Spot } from "./spot.js";
import { typeDoc } from "./type.js";

/** What callers may see: with a secret key, and with everything expanded. */
const ASKED = { secret: true, expanded: "perhaps" } as const;

/** The documented members of an object, at a version. */
export function attributeDocs(
  shape: ObjectShape,
  spot: Spot,
  scope: Scope,
): readonly AttributeDoc[] {
  const fields =
    spot.part === "params"
      ? [...shape.fields.values()]
      : shownFields(shape, scope.contract.wire, ASKED);
  return fields
    .filter(
      ({ name, info }) => !info.undocumented && scope.shows(spot.subject, [...spot.way, name]),
    )
    .map((field) => attributeDoc(field, spot, scope));
}

function attributeDoc(field: ShapeField, spot: Spot, scope: Scope): AttributeDoc {
  const { name, info, steps, via } = field;
  const isParam = spot.part === "params";
  const way = [...spot.way, name];
  const key = spot.keyPrefix + (spot.identities.get(way.join(".")) ?? way.join("."));
  const { wire } = scope.contract;
  const place = info.header === undefined ? spot.place : { header: info.header };
  const usual = isParam ? defaultOf(field) : undefined;
  const { lives, version } = scope;
  const life = lives.attribute(spot.subject, spot.part, way, version.name);
  const lifeOf = (value: string) => {
    const own = lives.value(spot.subject, way, version.name, value);
    return own.since === life.since && own.until === life.until && own.names.length < 2
      ? undefined
      : own;
  };
  return {
    key,
    anchor: anchorOf([...spot.steps, name]),
    name,
    path: [...spot.path, name],
    type: typeDoc(info.kind, scope, lifeOf),
    description: scope.prose(info.description),
    required: isParam
      ? !info.optional && info.default === undefined
      : isAlwaysThere(field, wire, ASKED),
    nullable: isParam ? info.nullable : mayBeNull(info, wire),
    ...(usual !== undefined && { default: usual }),
    ...(isParam && place !== undefined && { place }),
    sensitive: info.sensitive,
    onlyExpanded: info.onlyExpanded,
    secretOnly: info.audience === "secret",
    conversions: steps.map(({ says }) => scope.prose(says)),
    gates: scope.notes(via),
    life,
    ...insideOf(info.kind, { spot, name, key }, scope),
  };
}

/** A default as a caller would send it; undefined for one that is no JSON. */
function defaultOf({ info }: ShapeField): Json | undefined {
  const text = JSON.stringify(info.default);
  return text === undefined ? undefined : (JSON.parse(text) as Json);
}
