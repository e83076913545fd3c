import type { Expr } from "./expr.js";
import { linkOf } from "./link.js";
import type { Path } from "./path.js";
import type { FieldInfo, Fields } from "./type.js";

export type { Expr } from "./expr.js";

/** Turns what an old caller sent into what head takes: its input 0. Undefined refuses the value. */
export type ParamConversion = Expr;

/** What does not survive a conversion, in words; nothing where everything does. */
export interface Loss {
  /** What callers are not shown of today's value. */
  readonly shown?: string;
  /** What is not kept of a value that callers send. */
  readonly sent?: string;
}

/** A conversion of values between two versions, as docs and proofs read it. */
export interface ConversionStep {
  readonly gate: string;
  /** The newer fields that it follows from, by name, where they are others than the field itself. */
  readonly from?: readonly string[];
  /** What callers before that gate see, in a sentence about today's value. */
  readonly says: string;
  /** From the newer value, or from several, to the older one; absent where nothing is shown. */
  readonly down?: Expr;
  /** From the older value to the newer one; absent where it cannot be sent. */
  readonly up?: Expr;
  readonly loss: Loss;
}

/** One of several head params that one param of older versions makes. */
export interface ParamPart {
  readonly target: Path;
  /** What makes the param's value into this part of it. */
  readonly conversions: readonly ParamConversion[];
}

/** Several params of older versions that make one of head's. */
export interface JoinGroup {
  /** Where their common value goes. */
  readonly target: Path;
  readonly count: number;
  /** Makes one value of theirs, which are its inputs in their order. */
  readonly to: Expr;
  /** What makes that value into head's. */
  readonly conversions: readonly ParamConversion[];
  /** What a part stands for that was left out while others were given; or that it may not be. */
  readonly missing: "refused" | { readonly as: unknown };
}

/** A field or param as one contract has it: the caller's name, type and presence. */
export interface ShapeField {
  readonly name: string;
  readonly info: FieldInfo;
  /** Where an answer's value comes from. */
  readonly value: Expr;
  /**
   * Where a request's value goes, within the scope of head's params. Empty for an object that only
   * older versions have: itself goes nowhere, and null goes wherever its members go.
   */
  readonly target: Path;
  /** The places that it makes values for, where it is several params of head; `target` is the first. */
  readonly parts?: readonly ParamPart[];
  /** What it is a part of, where several params make one of head's; `target` is that one's. */
  readonly join?: { readonly group: JoinGroup; readonly index: number };
  /** What makes a value that was sent into head's, in the order in which they run. */
  readonly conversions: readonly ParamConversion[];
  /** The conversions between head's values and the callers', newest first, with what each loses. */
  readonly steps: readonly ConversionStep[];
  /** Gates whose changes made it what it is. */
  readonly via: readonly string[];
  /** Its place among its siblings, which a rename keeps. */
  readonly order: number;
  /** The number of what its definition says of it, by which params that are `t.same` are found. */
  readonly link?: number | undefined;
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
    steps: [],
    via: [],
    order,
    link: linkOf(info),
    missingStatus: undefined,
  };
}
