import type { ObjectShape } from "../definition/shape.js";
import type {
  Contract,
  ErrorShape,
  EventShape,
  MethodShape,
  ResourceShape,
  WirePolicy,
} from "./contract.js";
import { type DraftField, DraftObject } from "./draft.js";

/** Which objects a change addresses: a resource wherever it stands, an error, or a method's params. */
export type Owner =
  | { readonly resource: string }
  | { readonly error: string }
  | { readonly method: string };

/** A field with a name of the version before, and the gate that says so. */
export interface CalledBefore {
  readonly field: DraftField;
  readonly gate: string;
}

type NamesBefore = Map<DraftObject, Map<string, CalledBefore>>;

function sameNames(one: NamesBefore, other: NamesBefore): boolean {
  const same = (names: Map<string, CalledBefore>, others: Map<string, CalledBefore> | undefined) =>
    names.size === others?.size &&
    [...names].every(([name, { field, gate }]) => {
      const called = others.get(name);
      return called?.field === field && called.gate === gate;
    });
  return (
    one.size === other.size && [...one].every(([object, names]) => same(names, other.get(object)))
  );
}

/** A resource's shape at one place only: the card inside a token. */
export function placedName(resource: string, owner: string, field: string): string {
  return `${resource}@${owner}.${field}`;
}

function baseName(key: string): string {
  return key.split("@")[0] ?? key;
}

/** A contract that is being taken one version back. Only what is touched is copied. */
export class DraftContract {
  readonly #newer: Contract;
  readonly #resources = new Map<string, DraftObject>();
  readonly #placed = new Map<string, ResourceShape>();
  readonly #errors = new Map<string, DraftObject>();
  readonly #params = new Map<string, DraftObject>();
  readonly #methods = new Map<string, Partial<MethodShape>>();
  readonly #statuses = new Map<string, number>();
  readonly #events = new Map<string, EventShape>();
  #before: NamesBefore = new Map();
  #found: NamesBefore = new Map();
  #foundPlace = false;
  wire: WirePolicy;

  constructor(newer: Contract) {
    this.#newer = newer;
    this.wire = newer.wire;
  }

  /** The objects that an owner's fields stand in: one, or one more for each place of its own. */
  objects(owner: Owner): readonly { readonly name: string; readonly object: DraftObject }[] {
    if ("method" in owner)
      return this.#one(owner.method, this.#params, this.#method(owner.method)?.params);
    if ("error" in owner) {
      return this.#one(owner.error, this.#errors, this.#newer.errors.get(owner.error)?.shape);
    }
    const names = [...this.#newer.resources.keys(), ...this.#placed.keys()];
    return names
      .filter((name) => baseName(name) === owner.resource)
      .flatMap((name) => this.#one(name, this.#resources, this.#resource(name)?.shape));
  }

  #one(name: string, drafts: Map<string, DraftObject>, shape: ObjectShape | undefined) {
    const known = drafts.get(name);
    if (known) return [{ name, object: known }];
    if (!shape) return [];
    const object = new DraftObject(shape);
    drafts.set(name, object);
    return [{ name, object }];
  }

  #resource(name: string): ResourceShape | undefined {
    return this.#placed.get(name) ?? this.#newer.resources.get(name);
  }

  #method(name: string): MethodShape | undefined {
    return this.#newer.methods.get(name);
  }

  /** Notes what the version before calls a field, so that other changes can use that name. */
  callBefore(object: DraftObject, name: string, called: CalledBefore): void {
    const names = this.#found.get(object) ?? new Map<string, CalledBefore>();
    this.#found.set(object, names);
    names.set(name, called);
  }

  /** Makes known what was found since the last call; false where that was known already. */
  learn(): boolean {
    const learnt = this.#foundPlace || !sameNames(this.#before, this.#found);
    this.#before = this.#found;
    this.#found = new Map();
    this.#foundPlace = false;
    return learnt;
  }

  /** The field that the version before calls `name`, where a change of this version renames it. */
  calledBefore(object: DraftObject, name: string): CalledBefore | undefined {
    return this.#before.get(object)?.get(name);
  }

  /**
   * The object of the resource that stands in `field`, for changes at this place only. The first
   * such change gives the place a shape of its own. `owner` is the way to the field's object.
   */
  place(owner: string, field: DraftField): DraftObject | undefined {
    const { kind } = field;
    const resource = kind.resource;
    if (resource === undefined || !kind.withResource) return undefined;
    const shape = this.#resource(resource);
    if (!shape) return undefined;
    if (resource.includes("@")) return this.#one(resource, this.#resources, shape.shape)[0]?.object;
    let name = placedName(resource, owner, field.name);
    // Another field may have had this place's name at a newer version.
    while (this.#resource(name)) name += "'";
    this.#placed.set(name, shape);
    this.#foundPlace = true;
    field.info = { ...field.info, kind: kind.withResource(name) };
    return this.#one(name, this.#resources, shape.shape)[0]?.object;
  }

  method(name: string): MethodShape | undefined {
    const method = this.#method(name);
    return method && { ...method, ...this.#methods.get(name) };
  }

  changeMethod(name: string, changed: Partial<MethodShape>): void {
    this.#methods.set(name, { ...this.#methods.get(name), ...changed });
  }

  error(name: string): ErrorShape | undefined {
    return this.#newer.errors.get(name);
  }

  changeStatus(error: string, status: number): void {
    this.#statuses.set(error, status);
  }

  event(type: string): EventShape | undefined {
    return this.#events.get(type) ?? this.#newer.events.get(type);
  }

  changeEvent(type: string, event: EventShape): void {
    this.#events.set(type, event);
  }

  /** Throws a CollisionError where two fields would have one name. */
  freeze(gates: readonly string[]): Contract {
    return {
      gates: [...gates, ...this.#newer.gates],
      resources: overlay(
        new Map([...this.#newer.resources, ...this.#placed]),
        this.#resources,
        (resource, object) => ({
          ...resource,
          shape: object.freeze(),
        }),
      ),
      methods: overlay(
        overlay(this.#newer.methods, this.#params, (method, object) => ({
          ...method,
          params: object.freeze(),
        })),
        this.#methods,
        (method, changed) => ({ ...method, ...changed }),
      ),
      errors: overlay(
        overlay(this.#newer.errors, this.#errors, (error, object) => ({
          ...error,
          shape: object.freeze(),
        })),
        this.#statuses,
        (error, status) => ({ ...error, status }),
      ),
      events: overlay(this.#newer.events, this.#events, (_event, changed) => changed),
      wire: this.wire,
    };
  }
}

function overlay<V, C>(
  base: ReadonlyMap<string, V>,
  changes: ReadonlyMap<string, C>,
  change: (value: V, by: C) => V,
): ReadonlyMap<string, V> {
  if (changes.size === 0) return base;
  return new Map(
    [...base].map(([key, value]) => {
      const by = changes.get(key);
      return [key, by === undefined ? value : change(value, by)];
    }),
  );
}
