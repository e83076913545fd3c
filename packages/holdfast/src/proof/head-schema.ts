import { type JsonSchema, type SchemaScope, schemaOf } from "../definition/json-schema.js";
import type { Kind } from "../definition/kind.js";
import { headShape, type ObjectShape, type ShapeField } from "../definition/shape.js";
import type { Fields } from "../definition/type.js";

/** A contract's params by where their values go in head, within one scope. */
type Counterparts = ReadonlyMap<string, ShapeField>;

/**
 * The schema of what `execute` receives: head's params, less the limits and the presence that a
 * contract does not ask of its callers.
 */
export function headParamsSchema(params: Fields, callers: ObjectShape): JsonSchema {
  return objectSchema(headShape(params, []), counterparts(callers));
}

function counterparts(shape: ObjectShape): Counterparts {
  const found = new Map<string, ShapeField>();
  const add = ({ fields }: ObjectShape): void => {
    for (const field of fields.values()) {
      const key = field.target.join(".");
      if (!found.has(key)) found.set(key, field);
      const { shape: inner, sharesScope } = field.info.kind;
      if (inner && sharesScope) add(inner);
    }
  };
  add(shape);
  return found;
}

function objectSchema(shape: ObjectShape, callers: Counterparts): JsonSchema {
  const fields = [...shape.fields.values(), ...shape.dormant.values()];
  return {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, member(field, callers)])),
    required: fields.filter((field) => isNeeded(field, callers)).map(({ name }) => name),
    additionalProperties: false,
  };
}

/** What head requires, unless the contract lets its callers leave it out. */
function isNeeded({ info, target }: ShapeField, callers: Counterparts): boolean {
  if (info.optional || info.until !== undefined || info.internal) return false;
  const caller = callers.get(target.join("."));
  return !(caller?.info.optional && caller.info.default === undefined);
}

function member({ info, target }: ShapeField, callers: Counterparts): JsonSchema {
  const caller = callers.get(target.join("."));
  const schema =
    info.kind.taken ?? schemaOf(lifted(info.kind, caller), new HeadScope(callers, caller));
  return info.nullable ? { anyOf: [schema, { type: "null" }] } : schema;
}

/** A kind with no narrower limits than the caller's, where they are of one kind. */
function lifted(kind: Kind, caller: ShapeField | undefined): Kind {
  const limits = caller?.info.kind.limits;
  if (!caller || !limits || !kind.limits || caller.info.kind.name !== kind.name) return kind;
  const changed = Object.keys(kind.limits).map((name) => [name, limits[name]] as const);
  return kind.withLimits?.(Object.fromEntries(changed)) ?? kind;
}

/** What kinds ask while schemas of head's params are made. */
class HeadScope implements SchemaScope {
  readonly #around: Counterparts;
  readonly #caller: ShapeField | undefined;

  constructor(around: Counterparts, caller: ShapeField | undefined) {
    this.#around = around;
    this.#caller = caller;
  }

  object(shape: ObjectShape): JsonSchema {
    const [first] = [...shape.fields.values(), ...shape.dormant.values()];
    // Fields that share the scope around them know the whole way to them.
    if (first && first.target.length > 1) return objectSchema(shape, this.#around);
    const inner = this.#caller?.info.kind.shape;
    return objectSchema(shape, inner ? counterparts(inner) : new Map());
  }

  resource = (): JsonSchema => ({});
  reference = (): JsonSchema => ({ type: "string" });
  page = (): JsonSchema => ({});
  pageItems = (): JsonSchema => ({});
  eventObject = (): JsonSchema => ({});
  namesOf = (): ReadonlyMap<string, string> => new Map();
  eventTypes = (): readonly string[] => [];
}
