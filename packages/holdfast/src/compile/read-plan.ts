import { type Path, samePath, startsWith } from "../definition/path.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { isPlain, namesOf } from "./read-params.js";

/** A field of a request and the slot that what was sent for it is put in. */
export interface PlannedField {
  readonly field: ShapeField;
  readonly slot: number;
  /** The fields of a nested hash; its own slot holds `true` where one was sent. */
  readonly below: PlannedObject | undefined;
  /** Slots of other names for the same thing. */
  readonly twins: readonly number[];
  /** Whether its value stands in the path, and so is text. */
  readonly inPath: boolean;
  /** Whether fields that stand elsewhere write below it, so that null is not the last word. */
  readonly shared: boolean;
}

/** The fields of one hash of a request. */
export interface PlannedObject {
  readonly fields: readonly PlannedField[];
  readonly byName: ReadonlyMap<string, PlannedField>;
  readonly ignoresUnknown: boolean;
}

/** Where everything that a request may hold goes, before it is read. */
export interface ReadPlan {
  readonly top: PlannedObject;
  readonly slots: number;
}

/**
 * Plans how a request of this shape is read without a way back: undefined where the outcome would
 * hang on the order in which its params were sent.
 */
export function planReading(
  shape: ObjectShape,
  unknownParams: "refused" | "ignored",
  inPath: ReadonlySet<string>,
): ReadPlan | undefined {
  const planner = new Planner(shape, unknownParams, inPath);
  return isPlain(shape) && planner.isOrderless() ? planner.plan() : undefined;
}

interface Leaf {
  readonly path: Path;
  readonly target: Path;
}

class Planner {
  readonly #shape: ObjectShape;
  readonly #unknownParams: "refused" | "ignored";
  readonly #inPath: ReadonlySet<string>;
  readonly #all: readonly Leaf[];
  readonly #slots = new Map<string, number>();

  constructor(
    shape: ObjectShape,
    unknownParams: "refused" | "ignored",
    inPath: ReadonlySet<string>,
  ) {
    this.#shape = shape;
    this.#unknownParams = unknownParams;
    this.#inPath = inPath;
    const named = [...namesOf(shape).values()].flat();
    for (const { path } of named) this.#slots.set(path.join("."), this.#slots.size);
    this.#all = named.map(({ field, path }) => ({ path, target: field.target }));
  }

  /** Whether nothing is written below a value that is no hash, or below a hash that must be there. */
  isOrderless(): boolean {
    return this.#fieldsOf(this.#shape, []).every(({ field, path }) => {
      const mayBeShared = isHashField(field) && isOptional(field);
      return mayBeShared || !this.#isShared(field, isHashField(field) ? path : undefined);
    });
  }

  /** Whether fields that stand elsewhere than below `own` write below the field's place. */
  #isShared({ target }: ShapeField, own: Path | undefined): boolean {
    return this.#all.some(
      (other) => isBelow(other.target, target) && !(own && isBelow(other.path, own)),
    );
  }

  #fieldsOf(shape: ObjectShape, above: Path): { field: ShapeField; path: Path }[] {
    return [...shape.fields.values()].flatMap((field) => {
      const path = [...above, field.name];
      const { shape: inner } = field.info.kind;
      const below = isHashField(field) && inner ? this.#fieldsOf(inner, path) : [];
      return [{ field, path }, ...below];
    });
  }

  plan(): ReadPlan {
    return { top: this.#object(this.#shape, []), slots: this.#slots.size };
  }

  #object(shape: ObjectShape, above: Path): PlannedObject {
    const fields = [...shape.fields.values()].map((field) => this.#field(field, above));
    return {
      fields,
      byName: new Map(fields.map((one) => [one.field.name, one])),
      ignoresUnknown: (shape.unknownKeys ?? this.#unknownParams) === "ignored",
    };
  }

  #field(field: ShapeField, above: Path): PlannedField {
    const path = [...above, field.name];
    const { shape } = field.info.kind;
    const same = this.#all.filter(
      (other) => samePath(other.target, field.target) && !samePath(other.path, path),
    );
    return {
      field,
      slot: this.#slotOf(path),
      below: isHashField(field) && shape ? this.#object(shape, path) : undefined,
      twins: same.map((other) => this.#slotOf(other.path)),
      inPath: above.length === 0 && this.#inPath.has(field.name),
      shared: this.#isShared(field, path),
    };
  }

  #slotOf(path: Path): number {
    return this.#slots.get(path.join(".")) ?? 0;
  }
}

function isHashField({ info: { kind } }: ShapeField): boolean {
  return kind.sharesScope === true && kind.shape !== undefined;
}

function isOptional({ info }: ShapeField): boolean {
  return info.optional && info.default === undefined;
}

function isBelow(path: Path, above: Path): boolean {
  return path.length > above.length && startsWith(path, above);
}
