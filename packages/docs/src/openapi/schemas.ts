import type { Kind } from "holdfast";
import {
  envelopeOf,
  type JsonSchema,
  namesOfFields,
  type ObjectShape,
  type SchemaScope,
  schemaOf,
  shapesOf,
  typesOfEvent,
} from "holdfast/contract";
import { annotated } from "./annotate.js";
import type { Context } from "./context.js";
import type { JsonObject } from "./document.js";
import { oneOfResources } from "./one-of.js";

/** An event, where a schema is of this one only. */
export interface OfEvent {
  readonly type: string;
  /** The resources that it may be about. */
  readonly objects: readonly string[];
}

/** What differs between what callers send and what they receive. */
export interface Direction {
  object(shape: ObjectShape, schemas: Schemas): JsonSchema;
  /** What may stand for events, of those that there are. */
  eventTypes(types: readonly string[]): readonly string[];
}

/** What schemas stand within. */
interface Place {
  /** The kind of the items, within the envelope of a page. */
  readonly item?: Kind;
  readonly event?: OfEvent;
}

/** The schemas of one description. Resources and pages are components, and refer to each other. */
export class Schemas implements SchemaScope {
  readonly context: Context;
  readonly #direction: Direction;
  readonly #place: Place;

  constructor(context: Context, direction: Direction, place: Place = {}) {
    this.context = context;
    this.#direction = direction;
    this.#place = place;
  }

  /** The schema of a kind's values. */
  of(kind: Kind): JsonObject {
    return schemaOf(kind, this) as JsonObject;
  }

  annotate(kind: Kind, schema: JsonSchema): JsonSchema {
    return annotated(kind, schema, this.context.words);
  }

  object(shape: ObjectShape): JsonSchema {
    return this.#direction.object(shape, this);
  }

  /** The same schemas, at another place. */
  #at(place: Place): Schemas {
    return new Schemas(this.context, this.#direction, place);
  }

  resource(name: string): JsonSchema {
    const { contract } = this.context;
    const shapes = shapesOf(contract, name);
    const known = contract.resources.get(name);
    if (shapes.length === 0 || !known) return {};
    if (!known.definition.arms && shapes.length === 1) return this.#one(name);
    const wanted = known.definition.arms ? this.called(name) : `${this.called(name)}.any`;
    return this.context.components.ref("schemas", `union ${name}`, wanted, () => ({
      description: this.context.words(known.definition.description),
      ...oneOfResources(
        shapes.map((one) => ({ name: one, ref: this.#one(one) })),
        contract,
      ),
    }));
  }

  /** A resource by itself; what it is at one place only is told by the place. */
  #one(name: string): JsonObject {
    const { contract, components } = this.context;
    const { place } = contract.resources.get(name) ?? {};
    const wanted = place ? `${this.called(name)}.${place.owner}.${place.way}` : this.called(name);
    return components.ref("schemas", `resource ${name}`, wanted, () => this.ownSchema(name));
  }

  /** What a resource looks like; for an event, where this one is about one. */
  ownSchema(name: string, event?: OfEvent): JsonObject {
    const { contract, words, options } = this.context;
    const resource = contract.resources.get(name);
    if (!resource) return {};
    const { definition, shape, via = [] } = resource;
    const since = options.lifelines?.resource(definition.name).since;
    return {
      ...(this.#at(event ? { event } : {}).object(shape) as JsonObject),
      description: words(definition.description),
      ...(since !== undefined && { "x-holdfast-since": since }),
      ...(via.length > 0 && { "x-holdfast-gates": via }),
    };
  }

  /** How callers know a resource. */
  called(name: string): string {
    const resource = this.context.contract.resources.get(name);
    return resource?.name ?? resource?.definition.name ?? name;
  }

  reference(resource: string): JsonSchema {
    const id = { type: "string", description: `The id of a ${this.called(resource)}.` };
    return { oneOf: [id, this.resource(resource)], "x-holdfast-expandable": true };
  }

  page(item: Kind, place: string | undefined): JsonSchema {
    const { contract, components, words } = this.context;
    const within = this.#at({ item });
    const list = envelopeOf(contract, item, place);
    const envelope = list === null ? undefined : contract.resources.get(list);
    if (!envelope || list === null) return within.pageItems();
    const of = item.resource ?? item.label;
    const wanted = `${this.called(list)}.${item.resource ? this.called(of) : of}`;
    return components.ref("schemas", `page ${list} ${of}`, wanted, () => ({
      ...(within.object(envelope.shape) as JsonObject),
      description: words(envelope.definition.description),
    }));
  }

  pageItems(): JsonSchema {
    const { item } = this.#place;
    return { type: "array", items: item ? schemaOf(item, this.#at({})) : {} };
  }

  eventObject(): JsonSchema {
    const { event } = this.#place;
    const names = new Set(event?.objects ?? this.#everyObject());
    const schemas = [...names].map((name) => this.resource(name));
    const [only] = schemas;
    return schemas.length === 1 && only ? only : { anyOf: schemas };
  }

  /** What an event is about. */
  eventObjectOf(event: OfEvent): JsonObject {
    return this.#at({ event }).eventObject() as JsonObject;
  }

  /** What events of the version are about. */
  #everyObject(): readonly string[] {
    const events = [...this.context.contract.events.values()];
    const sent = events.filter((one) => typesOfEvent(one).length > 0);
    return sent.map(({ definition }) => definition.object.name);
  }

  namesOf(resource: string, head: readonly string[]): ReadonlyMap<string, string> {
    return namesOfFields(this.context.contract, resource, head);
  }

  eventTypes(): readonly string[] {
    if (this.#place.event) return [this.#place.event.type];
    const names = [...this.context.contract.events.values()].flatMap(typesOfEvent);
    return this.#direction.eventTypes([...new Set(names)].sort());
  }
}
