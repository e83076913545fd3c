import type { Kind } from "../definition/kind.js";
import { armsOfUnion } from "./arms.js";
import type { Contract, ResourceShape } from "./contract.js";
import { DraftObject } from "./draft.js";
import { formKey, isForm } from "./forms.js";
import { overlay } from "./overlay.js";
import { baseName, placedName } from "./owner.js";

/** What embeds a resource: a field, or an arm of a union. */
export interface Holder {
  kind: Kind;
}

/** An object that a change is about, by the key of the resource that it is of. */
export interface NamedObject {
  readonly name: string;
  readonly object: DraftObject;
}

/** The resources of a contract that is being taken one version back, and their places. */
export class DraftResources {
  readonly #newer: Contract["resources"];
  readonly #objects = new Map<string, DraftObject>();
  readonly #placed = new Map<string, ResourceShape>();
  readonly #changes = new Map<string, Partial<ResourceShape>>();
  readonly #onPlace: () => void;

  /** @param onPlace called where a place gets a shape of its own */
  constructor(newer: Contract["resources"], onPlace: () => void) {
    this.#newer = newer;
    this.#onPlace = onPlace;
  }

  /** A resource, or what it is at one place, as the newer version has it. */
  get(name: string): ResourceShape | undefined {
    return this.#placed.get(name) ?? this.#newer.get(name);
  }

  /** The object of a resource, or of what it is at one place. */
  object(name: string): DraftObject | undefined {
    const shape = this.get(name)?.shape;
    const object = this.#objects.get(name) ?? (shape && new DraftObject(shape));
    if (object) this.#objects.set(name, object);
    return object;
  }

  /** The objects of a resource: one, or one more for each place, or each form, of its own. */
  objects(resource: string, form?: string): readonly NamedObject[] {
    return [...this.#newer.keys(), ...this.#placed.keys()]
      .filter((name) => baseName(name) === resource && (form === undefined || isForm(name, form)))
      .flatMap((name) => {
        const object = this.object(name);
        return object ? [{ name, object }] : [];
      });
  }

  change(name: string, changed: Partial<ResourceShape>): void {
    this.#changes.set(name, { ...this.#changes.get(name), ...changed });
  }

  /** Gives one of the resources that a resource was a shape of its own. */
  addForm(resource: string, form: string): string {
    const key = formKey(resource, form);
    const shape = this.get(resource);
    if (shape && !this.get(key)) {
      const { forms: _forms, ...own } = shape;
      this.copy(key, own);
    }
    return key;
  }

  /** Gives a resource one more shape, under a key of its own. */
  copy(key: string, shape: ResourceShape): void {
    this.#placed.set(key, shape);
    this.#onPlace();
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
    return this.object(place);
  }

  /** The object of one arm of the union that `holder` embeds, for changes at this place only. */
  placeArm(owner: string, way: string, holder: Holder, arm: string): DraftObject | undefined {
    if (!this.place(owner, way, holder)) return undefined;
    const union = holder.kind.resource ?? "";
    const shape = this.get(union);
    const resource = shape && armsOfUnion(shape).get(arm);
    const place = resource && this.#placeOf(resource, owner, `${way}<${arm}>`);
    if (!shape || place === undefined || place === "") return undefined;
    if (place !== resource) {
      this.#placed.set(union, { ...shape, arms: new Map([...(shape.arms ?? []), [arm, place]]) });
    }
    return this.object(place);
  }

  /** The name of a resource's shape at one place, which may have one already. */
  #placeOf(resource: string, owner: string, way: string): string | undefined {
    const shape = this.get(resource);
    if (!shape || resource.includes("@")) return shape && resource;
    const again = this.#sameFurtherOut(resource, owner, way);
    if (again !== undefined) return again;
    let name = placedName(resource, owner, way);
    // Another field may have had this place's name at a newer version.
    while (this.get(name)) name += "'";
    this.copy(name, { ...shape, place: { owner, way } });
    return name;
  }

  /**
   * Where a resource contains itself: the same place further out, so that what is said of a place
   * holds at every depth.
   */
  #sameFurtherOut(resource: string, owner: string, way: string): string | undefined {
    const places = [...this.#newer, ...this.#placed];
    for (
      let outer = this.get(owner)?.place?.owner;
      outer !== undefined;
      outer = this.get(outer)?.place?.owner
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

  /** Throws a CollisionError where two fields would have one name. */
  freeze(): Contract["resources"] {
    const shaped = overlay(
      new Map([...this.#newer, ...this.#placed]),
      this.#objects,
      (resource, object) => ({ ...resource, shape: object.freeze() }),
    );
    return overlay(shaped, this.#changes, (resource, changed) => ({ ...resource, ...changed }));
  }
}
