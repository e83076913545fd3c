import type { Path } from "./path.js";
import type { FieldInfo, Fields } from "./type.js";

/** How a field's value follows from head's fields. */
export type Expr =
  /** The value of a head field, by its path within the scope (a record, or a list's item). */
  | { readonly op: "head"; readonly path: Path }
  /** A pure function of other values. */
  | {
      readonly op: "apply";
      readonly from: readonly Expr[];
      readonly fn: (...values: never[]) => unknown;
    }
  /** The same for every record. */
  | { readonly op: "constant"; readonly value: unknown };

/** Turns what an old caller sent into what head takes. Pure. */
export type ParamConversion = (value: unknown) => unknown;

/** A field or param as one contract has it: the caller's name, type and presence. */
export interface ShapeField {
  readonly name: string;
  readonly info: FieldInfo;
  /** Where an answer's value comes from. */
  readonly value: Expr;
  /** Where a request's value goes, within the scope of head's params. */
  readonly target: Path;
  readonly conversions: readonly ParamConversion[];
  /** Gates whose changes made it what it is. */
  readonly via: readonly string[];
  /** Its place among its siblings, which a rename keeps. */
  readonly order: number;
  /** Status of the error when a required param is missing, where it is not the error's own. */
  readonly missingStatus: number | undefined;
}

/** The fields of one object, in the order in which they are shown. */
export interface ObjectShape {
  readonly fields: ReadonlyMap<string, ShapeField>;
  /** Fields that only a gate brings back, by their names in the definition. */
  readonly dormant: ReadonlyMap<string, ShapeField>;
  /** Whether unknown keys of this object are refused; undefined follows the contract's policy. */
  readonly unknownKeys: "refused" | "ignored" | undefined;
  /** Names that fields had at newer versions, and the gates that took them away. */
  readonly freed: ReadonlyMap<string, readonly string[]>;
}

/** The newest shape of an object: head less what only a gate, or nobody, sees. */
export function headShape(types: Fields, parent: Path): ObjectShape {
  const fields = new Map<string, ShapeField>();
  const dormant = new Map<string, ShapeField>();
  for (const [name, type] of Object.entries(types)) {
    const field = headField(name, type.info, parent, fields.size + dormant.size);
    const hidden = type.info.until !== undefined || type.info.internal;
    (hidden ? dormant : fields).set(name, field);
  }
  return { fields, dormant, unknownKeys: undefined, freed: new Map() };
}

function headField(name: string, info: FieldInfo, parent: Path, order: number): ShapeField {
  const path = [...parent, name];
  return {
    name,
    info: { ...info, kind: info.kind.bind?.(path) ?? info.kind },
    value: info.kind.constant
      ? { op: "constant", value: info.kind.constant.value }
      : { op: "head", path },
    target: path,
    conversions: [],
    via: [],
    order,
    missingStatus: undefined,
  };
}
