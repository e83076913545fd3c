import type { ObjectShape, ShapeField } from "../definition/shape.js";
import type { FieldInfo } from "../definition/type.js";
import type { WirePolicy } from "./contract.js";

/** Who asks, and for how much. */
export interface Asked {
  /** Whether the caller's key is secret. */
  readonly secret: boolean;
  /** Whether everything that can be expanded is, at the top; nothing; or, perhaps, some of it. */
  readonly expanded: "yes" | "no" | "perhaps";
}

/** The fields of an answer's object that whoever asks may find in it. */
export function shownFields(
  shape: ObjectShape,
  wire: WirePolicy,
  { secret, expanded }: Asked,
): readonly ShapeField[] {
  return [...shape.fields.values()].filter(({ info }) => {
    if (info.onlyExpanded && expanded === "no") return false;
    if (info.audience === "secret" && !secret) return false;
    return !(wire.nulls === "omitted" && info.kind.constant?.value === null);
  });
}

/** Whether a field that is shown is there in every answer. */
export function isAlwaysThere({ info }: ShapeField, wire: WirePolicy, asked: Asked): boolean {
  if (info.onlyExpanded && asked.expanded === "perhaps") return false;
  return !info.optional && !(info.nullable && wire.nulls === "omitted");
}

/** Whether a field of an answer may stand there as null; it may be left out in its place. */
export function mayBeNull({ nullable }: FieldInfo, wire: WirePolicy): boolean {
  return nullable && wire.nulls === "rendered";
}
