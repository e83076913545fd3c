import type { Kind } from "../definition/kind.js";
import type { ListSubject } from "../definition/list-of.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { armsOfUnion } from "./arms.js";
import type { Contract, HeaderShape, MethodShape, ResourceShape, WirePolicy } from "./contract.js";
import { type DraftArm, DraftField, DraftObject } from "./draft.js";
import { DraftErrors } from "./draft-errors.js";
import type { EventShape } from "./event-shape.js";
import { formKey, isForm } from "./forms.js";
import { envelopeAt, type ListPlace, placeOfItems } from "./list-styles.js";
import { overlay } from "./overlay.js";
import { methodsWithSame } from "./same-params.js";

/** Which objects a change addresses: a resource wherever it stands, an error, or a method's params. */
export type Owner =
  | ListSubject
  | { readonly resource: string; readonly form?: string }
  | { readonly error: string; readonly at?: string | undefined }
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

/** A method that another one answers for, as a place of that one. */
function placedMethod(to: string, name: string): string {
  return `${to}@${name}`;
}

function baseName(key: string): string {
  return key.split("@")[0] ?? key;
}

/** What embeds a resource: a field, or an arm of a union. */
export interface Holder {
  kind: Kind;
}

/** A contract that is being taken one version back. Only what is touched is copied. */
export class DraftContract {
  readonly #newer: Contract;
  readonly #resources = new Map<string, DraftObject>();
  readonly #placed = new Map<string, ResourceShape>();
  readonly #resourceChanges = new Map<string, Partial<ResourceShape>>();
  readonly #params = new Map<string, DraftObject>();
  readonly #methods = new Map<string, Partial<MethodShape>>();
  readonly #headers = new Map<string, HeaderShape>();
  readonly #events = new Map<string, EventShape>();
  #lists: ReadonlyMap<string, ListPlace>;
  #before: NamesBefore = new Map();
  #found: NamesBefore = new Map();
  #foundPlace = false;
  readonly #made = new Map<DraftObject, Map<string, DraftField>>();
  readonly errors: DraftErrors;
  wire: WirePolicy;

  constructor(newer: Contract) {
    this.#newer = newer;
    this.errors = new DraftErrors(newer.errors, () => {
      this.#foundPlace = true;
    });
    this.wire = newer.wire;
    this.#lists = newer.lists.places;
  }

  /** The objects that an owner's fields stand in: one, or one more for each place of its own. */
  objects(owner: Owner): readonly { readonly name: string; readonly object: DraftObject }[] {
    if ("method" in owner) {
      return this.methodNames(owner.method).flatMap((name) =>
        this.#one(name, this.#params, this.#method(name)?.params).map(({ object }) => ({
          name: name === owner.method ? name : placedMethod(owner.method, name),
          object,
        })),
      );
    }
    if ("error" in owner) {
      return this.errors.names(owner.error, owner.at).flatMap((name) => {
        const object = this.errors.object(name);
        return object ? [{ name, object }] : [];
      });
    }
    if ("list" in owner) return this.#envelopes(owner);
    const names = [...this.#newer.resources.keys(), ...this.#placed.keys()];
    const { resource, form } = owner;
    return names
      .filter((name) => baseName(name) === resource && (form === undefined || isForm(name, form)))
      .flatMap((name) => this.#one(name, this.#resources, this.resource(name)?.shape));
  }

  #one(name: string, drafts: Map<string, DraftObject>, shape: ObjectShape | undefined) {
    const known = drafts.get(name);
    if (known) return [{ name, object: known }];
    if (!shape) return [];
    const object = new DraftObject(shape);
    drafts.set(name, object);
    return [{ name, object }];
  }

  /** A resource, or what it is at one place, as the newer version has it. */
  resource(name: string): ResourceShape | undefined {
    return this.#placed.get(name) ?? this.#newer.resources.get(name);
  }

  #method(name: string): MethodShape | undefined {
    return this.#newer.methods.get(name);
  }

  /** The object of a resource, or of what it is at one place. */
  shape(key: string): DraftObject | undefined {
    return this.#objectOf(key);
  }

  /** Gives one of the resources that a resource was a shape of its own. */
  addForm(resource: string, form: string): string {
    const key = formKey(resource, form);
    const shape = this.resource(resource);
    if (shape && !this.resource(key)) {
      const { forms: _forms, ...own } = shape;
      this.#placed.set(key, own);
      this.#foundPlace = true;
    }
    return key;
  }

  changeResource(key: string, changed: Partial<ResourceShape>): void {
    this.#resourceChanges.set(key, { ...this.#resourceChanges.get(key), ...changed });
  }

  /** The envelopes of some lists, each with a shape of its own from the first change of it on. */
  #envelopes(subject: ListSubject) {
    return this.listsOf(subject).flatMap(({ key, place }) => {
      if (place.envelope === null) return [];
      const base = this.#newer.lists.envelope;
      const own = envelopeAt(base, key);
      const shape = this.resource(place.envelope);
      if (place.envelope !== own && shape) {
        this.#placed.set(own, shape);
        this.#foundPlace = true;
        this.changeList(key, { ...place, envelope: own });
      }
      return this.#one(own, this.#resources, shape?.shape).map(({ object }) => ({
        name: `list of ${key}`,
        object,
      }));
    });
  }

  /** The places of some lists, with how they are written at the newer version. */
  listsOf({ list, item }: ListSubject): readonly { key: string; place: ListPlace }[] {
    const envelope = this.wire.lists === "array" ? null : this.#newer.lists.envelope;
    const wide = item === undefined ? undefined : this.#lists.get(placeOfItems(item));
    const own = this.#lists.get(list) ?? wide ?? { item, envelope, via: [] };
    const within = [...this.#lists].filter(
      ([key, one]) => key !== list && list === placeOfItems(one.item ?? ""),
    );
    return [{ key: list, place: own }, ...within.map(([key, place]) => ({ key, place }))];
  }

  /** The resource that wraps pages where a place does not say otherwise. */
  get listEnvelope(): string {
    return this.#newer.lists.envelope;
  }

  changeList(key: string, place: ListPlace): void {
    this.#lists = new Map([...this.#lists, [key, place]]);
  }

  /** All lists are written alike again, but for what other changes of the version say. */
  forgetLists(): void {
    this.#lists = new Map();
  }

  /** Notes what the version before calls a field, so that other changes can use that name. */
  callBefore(object: DraftObject, name: string, called: CalledBefore): void {
    const names = this.#found.get(object) ?? new Map<string, CalledBefore>();
    this.#found.set(object, names);
    names.set(name, called);
  }

  /**
   * A field that only the version before has, in an object of the newer one: the same one however
   * often it is asked for. Changes find it at once; it is put there when all have been found.
   */
  bringBack(
    object: DraftObject,
    { name, gate }: { readonly name: string; readonly gate: string },
    make: () => ShapeField,
  ): DraftField {
    const key = `${gate} ${name}`;
    const made = this.#made.get(object) ?? new Map<string, DraftField>();
    this.#made.set(object, made);
    const field = made.get(key) ?? new DraftField({ ...make(), name, via: [gate] }, object);
    made.set(key, field);
    this.callBefore(object, name, { field, gate });
    return field;
  }

  /** Notes what the version before calls an arm of a union. */
  callArmBefore(arm: DraftArm, name: string): void {
    if (arm.before === name) return;
    arm.before = name;
    this.#foundPlace = true;
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
   * The object of the resource that `holder` embeds, for changes at this place only. The first such
   * change gives the place a shape of its own. `owner` is the resource around it and `way` leads to it from there.
   */
  place(owner: string, way: string, holder: Holder): DraftObject | undefined {
    const { kind } = holder;
    const resource = kind.resource;
    if (resource === undefined || !kind.withResource) return undefined;
    const place = this.#placeOf(resource, owner, way);
    if (place === undefined) return undefined;
    if (place !== resource) holder.kind = kind.withResource(place);
    return this.#objectOf(place);
  }

  /** The object of one arm of the union that `holder` embeds, for changes at this place only. */
  placeArm(owner: string, way: string, holder: Holder, arm: string): DraftObject | undefined {
    if (!this.place(owner, way, holder)) return undefined;
    const union = holder.kind.resource ?? "";
    const shape = this.resource(union);
    const resource = shape && armsOfUnion(shape).get(arm);
    const place = resource && this.#placeOf(resource, owner, `${way}<${arm}>`);
    if (!shape || place === undefined || place === "") return undefined;
    if (place !== resource) {
      this.#placed.set(union, { ...shape, arms: new Map([...(shape.arms ?? []), [arm, place]]) });
    }
    return this.#objectOf(place);
  }

  #objectOf(resource: string): DraftObject | undefined {
    return this.#one(resource, this.#resources, this.resource(resource)?.shape)[0]?.object;
  }

  /** The name of a resource's shape at one place, which may have one already. */
  #placeOf(resource: string, owner: string, way: string): string | undefined {
    const shape = this.resource(resource);
    if (!shape || resource.includes("@")) return shape && resource;
    const again = this.#sameFurtherOut(resource, owner, way);
    if (again !== undefined) return again;
    let name = placedName(resource, owner, way);
    // Another field may have had this place's name at a newer version.
    while (this.resource(name)) name += "'";
    this.#placed.set(name, { ...shape, place: { owner, way } });
    this.#foundPlace = true;
    return name;
  }

  /**
   * Where a resource contains itself: the same place further out, so that what is said of a place
   * holds at every depth.
   */
  #sameFurtherOut(resource: string, owner: string, way: string): string | undefined {
    const places = [...this.#newer.resources, ...this.#placed];
    for (
      let outer = this.resource(owner)?.place?.owner;
      outer !== undefined;
      outer = this.resource(outer)?.place?.owner
    ) {
      const around = outer;
      if (baseName(around) !== baseName(owner)) continue;
      const found = places.find(
        ([name, { place }]) =>
          baseName(name) === resource && place?.owner === around && place.way === way,
      );
      if (found) return found[0];
    }
    return undefined;
  }

  /** What a change of a method is about: the method, and those that it answers for. */
  methodNames(name: string): readonly string[] {
    const dispatched = [...this.#newer.methods.values()]
      .filter(({ definition }) => definition.dispatch?.to === name)
      .map(({ definition }) => definition.name);
    return [name, ...dispatched];
  }

  /** The methods with params that are `t.same` as a field. */
  methodsWithSame(link: number): readonly string[] {
    return methodsWithSame(this.#newer.methods, link);
  }

  method(name: string): MethodShape | undefined {
    const method = this.#method(name);
    return method && { ...method, ...this.#methods.get(name) };
  }

  changeMethod(name: string, changed: Partial<MethodShape>): void {
    this.#methods.set(name, { ...this.#methods.get(name), ...changed });
  }

  header(name: string): HeaderShape | undefined {
    return this.#headers.get(name) ?? this.#newer.headers.get(name);
  }

  changeHeader(name: string, changed: HeaderShape): void {
    this.#headers.set(name, changed);
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
        overlay(
          new Map([...this.#newer.resources, ...this.#placed]),
          this.#resources,
          (resource, object) => ({ ...resource, shape: object.freeze() }),
        ),
        this.#resourceChanges,
        (resource, changed) => ({ ...resource, ...changed }),
      ),
      methods: overlay(
        overlay(this.#newer.methods, this.#params, (method, object) => ({
          ...method,
          params: object.freeze(),
        })),
        this.#methods,
        (method, changed) => ({ ...method, ...changed }),
      ),
      errors: this.errors.freeze(),
      headers: overlay(this.#newer.headers, this.#headers, (_header, changed) => changed),
      events: overlay(this.#newer.events, this.#events, (_event, changed) => changed),
      lists: { ...this.#newer.lists, places: this.#lists },
      wire: this.wire,
    };
  }
}
