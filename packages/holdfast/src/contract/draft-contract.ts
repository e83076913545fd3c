import type { ListSubject } from "../definition/list-of.js";
import type { Contract, HeaderShape, WirePolicy } from "./contract.js";
import type { DraftArm } from "./draft.js";
import { DraftErrors } from "./draft-errors.js";
import { DraftLists } from "./draft-lists.js";
import { DraftMethods } from "./draft-methods.js";
import { DraftResources, type NamedObject } from "./draft-resources.js";
import type { EventShape } from "./event-shape.js";
import { envelopeAt } from "./list-styles.js";
import { NamesBefore } from "./names-before.js";
import { overlay } from "./overlay.js";
import { type Owner, placedMethod } from "./owner.js";

/** A contract that is being taken one version back. Only what is touched is copied. */
export class DraftContract {
  readonly #newer: Contract;
  readonly #headers = new Map<string, HeaderShape>();
  readonly #events = new Map<string, EventShape>();
  #foundPlace = false;
  readonly resources: DraftResources;
  readonly methods: DraftMethods;
  readonly errors: DraftErrors;
  readonly lists: DraftLists;
  readonly names = new NamesBefore();
  wire: WirePolicy;

  constructor(newer: Contract) {
    const onPlace = () => {
      this.#foundPlace = true;
    };
    this.#newer = newer;
    this.resources = new DraftResources(newer.resources, onPlace);
    this.methods = new DraftMethods(newer.methods);
    this.errors = new DraftErrors(newer.errors, onPlace);
    this.lists = new DraftLists(newer);
    this.wire = newer.wire;
  }

  /** The objects that an owner's fields stand in: one, or one more for each place of its own. */
  objects(owner: Owner): readonly NamedObject[] {
    if ("method" in owner) {
      return this.methods.names(owner.method).flatMap((name) => {
        const object = this.methods.params(name);
        const place = name === owner.method ? name : placedMethod(owner.method, name);
        return object ? [{ name: place, object }] : [];
      });
    }
    if ("error" in owner) {
      return this.errors.names(owner.error, owner.at).flatMap((name) => {
        const object = this.errors.object(name);
        return object ? [{ name, object }] : [];
      });
    }
    if ("list" in owner) return this.#envelopes(owner);
    return this.resources.objects(owner.resource, owner.form);
  }

  /** The envelopes of some lists, each with a shape of its own from the first change of it on. */
  #envelopes(subject: ListSubject): readonly NamedObject[] {
    return this.lists.of(subject).flatMap(({ key, place }) => {
      if (place.envelope === null) return [];
      const own = envelopeAt(this.lists.envelope, key);
      const shape = this.resources.get(place.envelope);
      if (place.envelope !== own && shape) {
        this.resources.copy(own, shape);
        this.lists.change(key, { ...place, envelope: own });
      }
      const object = this.resources.object(own);
      return object ? [{ name: `list of ${key}`, object }] : [];
    });
  }

  /** Notes what the version before calls an arm of a union. */
  callArmBefore(arm: DraftArm, name: string): void {
    if (arm.before === name) return;
    arm.before = name;
    this.#foundPlace = true;
  }

  /** Makes known what was found since the last call; false where that was known already. */
  learn(): boolean {
    const learnt = this.names.learn() || this.#foundPlace;
    this.#foundPlace = false;
    return learnt;
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
      resources: this.resources.freeze(),
      methods: this.methods.freeze(),
      errors: this.errors.freeze(),
      headers: overlay(this.#newer.headers, this.#headers, (_header, changed) => changed),
      events: overlay(this.#newer.events, this.#events, (_event, changed) => changed),
      lists: this.lists.freeze(),
      wire: this.wire,
    };
  }
}
