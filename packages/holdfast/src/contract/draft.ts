import type { Kind, UnionArm } from "../definition/kind.js";
import type { Path } from "../definition/path.js";
import type {
  ConversionStep,
  Expr,
  ObjectShape,
  ParamConversion,
  ShapeField,
} from "../definition/shape.js";
import type { FieldInfo } from "../definition/type.js";

/** A field that is being taken one version back. Its identity outlives its name and place. */
export class DraftField {
  name: string;
  info: FieldInfo;
  value: Expr;
  target: Path;
  readonly parts: ShapeField["parts"];
  readonly join: ShapeField["join"];
  readonly link: number | undefined;
  conversions: readonly ParamConversion[];
  steps: readonly ConversionStep[];
  missingStatus: number | undefined;
  order: number;
  readonly via: Set<string>;
  /** The object below it, where its kind has one. */
  inner: DraftObject | undefined;
  /** Where it is a union: what it may be. */
  arms: readonly DraftArm[];
  parent: DraftObject;

  constructor(field: ShapeField, parent: DraftObject) {
    this.name = field.name;
    this.info = field.info;
    this.value = field.value;
    this.target = field.target;
    this.parts = field.parts;
    this.join = field.join;
    this.link = field.link;
    this.conversions = field.conversions;
    this.steps = field.steps;
    this.missingStatus = field.missingStatus;
    this.order = field.order;
    this.via = new Set(field.via);
    this.parent = parent;
    this.inner = innerOf(field.info.kind, parent);
    this.arms = armsIn(field.info.kind);
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
      same: this.info.same,
      audience: was.audience === "secret" ? was.audience : audience,
    };
    this.info = info;
    this.inner = innerOf(info.kind, this.parent);
    this.arms = armsIn(info.kind);
  }

  get kind(): Kind {
    return this.info.kind;
  }

  set kind(kind: Kind) {
    this.info = { ...this.info, kind };
  }

  freeze(): ShapeField {
    const inner = this.inner?.freeze();
    const own = this.info.kind;
    const shaped = inner && own.withShape ? own.withShape(inner) : own;
    const kind =
      this.arms.length > 0 ? (shaped.withArms?.(this.arms.map(frozen)) ?? shaped) : shaped;
    return {
      name: this.name,
      info: { ...this.info, kind },
      value: this.value,
      target: this.target,
      ...(this.parts && { parts: this.parts }),
      ...(this.join && { join: this.join }),
      conversions: this.conversions,
      steps: this.steps,
      via: [...this.via],
      order: this.order,
      missingStatus: this.missingStatus,
      link: this.link,
    };
  }
}

function innerOf({ shape, sharesScope }: Kind, parent: DraftObject): DraftObject | undefined {
  return shape && new DraftObject(shape, sharesScope ? parent.top : undefined);
}

/** One arm of a union that is being taken one version back. */
export interface DraftArm {
  readonly head: string;
  readonly until?: UnionArm["until"];
  called: string | null;
  /** What this version calls it, where a change says so. */
  before?: string;
  kind: Kind;
  readonly inner: DraftObject | undefined;
}

// A union's value is a scope of its own, whatever stands around it.
function armsIn({ arms = [] }: Kind): DraftArm[] {
  return arms.map((arm) => ({ ...arm, inner: arm.kind.shape && new DraftObject(arm.kind.shape) }));
}

function frozen({ head, called, until, kind, inner }: DraftArm): UnionArm {
  return {
    head,
    called,
    ...(until && { until }),
    kind: (inner && kind.withShape?.(inner.freeze())) ?? kind,
  };
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
  /** Whether only older versions have it; what moves into it keeps its place among its siblings. */
  isBroughtBack = false;
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
