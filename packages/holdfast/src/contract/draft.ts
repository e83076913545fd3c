import type { Kind } from "../definition/kind.js";
import type { Path } from "../definition/path.js";
import type { Expr, ObjectShape, ParamConversion, ShapeField } from "../definition/shape.js";
import type { FieldInfo } from "../definition/type.js";

/** A field that is being taken one version back. Its identity outlives its name and place. */
export class DraftField {
  name: string;
  info: FieldInfo;
  value: Expr;
  target: Path;
  conversions: readonly ParamConversion[];
  missingStatus: number | undefined;
  order: number;
  readonly via: Set<string>;
  /** The object below it, where its kind has one. */
  inner: DraftObject | undefined;
  parent: DraftObject;

  constructor(field: ShapeField, parent: DraftObject) {
    this.name = field.name;
    this.info = field.info;
    this.value = field.value;
    this.target = field.target;
    this.conversions = field.conversions;
    this.missingStatus = field.missingStatus;
    this.order = field.order;
    this.via = new Set(field.via);
    this.parent = parent;
    this.inner = innerOf(field.info.kind, parent);
  }

  /**
   * Gives it another type; what stood below the old one is gone. What is sensitive, or hidden from
   * publishable keys, stays so.
   */
  retype(was: FieldInfo): void {
    const { description, sensitive, audience } = this.info;
    const info: FieldInfo = {
      ...was,
      kind: was.kind.detached?.() ?? was.kind,
      description: was.description ?? description,
      sensitive: was.sensitive || sensitive,
      audience: was.audience === "secret" ? was.audience : audience,
    };
    this.info = info;
    this.inner = innerOf(info.kind, this.parent);
  }

  get kind(): Kind {
    return this.info.kind;
  }

  freeze(): ShapeField {
    const inner = this.inner?.freeze();
    const kind =
      inner && this.info.kind.withShape ? this.info.kind.withShape(inner) : this.info.kind;
    return {
      name: this.name,
      info: { ...this.info, kind },
      value: this.value,
      target: this.target,
      conversions: this.conversions,
      via: [...this.via],
      order: this.order,
      missingStatus: this.missingStatus,
    };
  }
}

function innerOf({ shape, sharesScope }: Kind, parent: DraftObject): DraftObject | undefined {
  return shape && new DraftObject(shape, sharesScope ? parent.top : undefined);
}

/** Two fields of one object that would have the same name. */
export class CollisionError extends Error {
  readonly field: string;
  readonly gates: readonly string[];
  constructor(field: string, gates: readonly string[]) {
    super(`two fields would be called ${field}`);
    this.field = field;
    this.gates = gates;
  }
}

/** An object that is being taken one version back. */
export class DraftObject {
  readonly fields: DraftField[];
  readonly dormant: Map<string, ShapeField>;
  unknownKeys: ObjectShape["unknownKeys"];
  readonly freed: Map<string, readonly string[]>;
  /** The object whose scope this one shares; fields move only within one scope. */
  readonly top: DraftObject;

  constructor(shape: ObjectShape, top?: DraftObject) {
    this.top = top ?? this;
    this.freed = new Map(shape.freed);
    this.fields = [...shape.fields.values()].map((field) => new DraftField(field, this));
    this.dormant = new Map(shape.dormant);
    this.unknownKeys = shape.unknownKeys;
  }

  find(name: string): DraftField | undefined {
    return this.fields.find((field) => field.name === name);
  }

  /** Brings a dormant field back. */
  wake(name: string): DraftField | undefined {
    const field = this.dormant.get(name);
    return field && this.add(field);
  }

  add(field: ShapeField): DraftField {
    const draft = new DraftField(field, this);
    this.fields.push(draft);
    return draft;
  }

  remove(field: DraftField): void {
    this.fields.splice(this.fields.indexOf(field), 1);
  }

  /** Notes that a gate takes a name away from its field. */
  free(name: string, gate: string): void {
    this.freed.set(name, [...(this.freed.get(name) ?? []), gate]);
  }

  freeze(): ObjectShape {
    const fields = new Map<string, ShapeField>();
    for (const draft of [...this.fields].sort((a, b) => a.order - b.order)) {
      const twin = fields.get(draft.name);
      if (twin) throw new CollisionError(draft.name, [...twin.via, ...draft.via]);
      fields.set(draft.name, draft.freeze());
    }
    const { dormant, unknownKeys, freed } = this;
    return { fields, dormant, unknownKeys, freed };
  }
}
