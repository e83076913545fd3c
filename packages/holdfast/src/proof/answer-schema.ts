import type { Contract } from "../contract/contract.js";
import { typesOfEvent } from "../contract/event-shape.js";
import { shapesOf } from "../contract/forms.js";
import { envelopeOf } from "../contract/list-styles.js";
import { namesOfFields } from "../contract/names-of.js";
import { type Asked, isAlwaysThere, mayBeNull, shownFields } from "../contract/shown-fields.js";
import { type JsonSchema, type SchemaScope, schemaOf } from "../definition/json-schema.js";
import type { Kind } from "../definition/kind.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";

export type { Asked } from "../contract/shown-fields.js";

/**
 * The schemas of what a contract's resources look like, each by itself: a resource that stands in
 * another one is told only by its constants, and judged where it is rendered.
 */
export class AnswerScope implements SchemaScope {
  readonly #contract: Contract;
  readonly #asked: Asked;
  readonly #item: Kind | undefined;

  constructor(contract: Contract, asked: Asked, item?: Kind) {
    this.#contract = contract;
    this.#asked = asked;
    this.#item = item;
  }

  object(shape: ObjectShape): JsonSchema {
    const { wire } = this.#contract;
    const shown = shownFields(shape, wire, this.#asked);
    return {
      type: "object",
      properties: Object.fromEntries(shown.map((field) => [field.name, this.#member(field)])),
      required: shown
        .filter((field) => isAlwaysThere(field, wire, this.#asked))
        .map(({ name }) => name),
      additionalProperties: false,
    };
  }

  #member({ info }: ShapeField): JsonSchema {
    const schema = schemaOf(info.kind, this);
    return mayBeNull(info, this.#contract.wire) ? { anyOf: [schema, { type: "null" }] } : schema;
  }

  resource(name: string): JsonSchema {
    const shapes = shapesOf(this.#contract, name);
    return shapes.length === 1 && shapes[0] === name
      ? this.#constantsOf(name)
      : { anyOf: shapes.map((one) => this.#constantsOf(one)) };
  }

  #constantsOf(name: string): JsonSchema {
    const resource = this.#contract.resources.get(name);
    const constants = [...(resource?.shape.fields.values() ?? [])].flatMap(({ name: key, info }) =>
      info.kind.constant && info.kind.constant.value !== null && !info.optional
        ? [[key, { const: info.kind.constant.value }] as const]
        : [],
    );
    return {
      type: "object",
      properties: Object.fromEntries(constants),
      required: constants.map(([key]) => key),
    };
  }

  reference(resource: string): JsonSchema {
    const { expanded } = this.#asked;
    if (expanded === "yes") return this.resource(resource);
    const id = { type: "string" };
    return expanded === "no" ? id : { anyOf: [id, this.resource(resource)] };
  }

  /** Who asks for what stands further in, where only the top was asked for expanded. */
  get #further(): Asked {
    const { secret, expanded } = this.#asked;
    return { secret, expanded: expanded === "perhaps" ? expanded : "no" };
  }

  page(item: Kind, place: string | undefined): JsonSchema {
    const within = new AnswerScope(this.#contract, this.#further, item);
    const list = envelopeOf(this.#contract, item, place);
    const envelope = list === null ? undefined : this.#contract.resources.get(list);
    return envelope ? within.object(envelope.shape) : within.pageItems();
  }

  pageItems(): JsonSchema {
    return { type: "array", items: this.#item ? schemaOf(this.#item, this) : {} };
  }

  eventObject(): JsonSchema {
    const events = [...this.#contract.events.values()];
    const names = new Set(events.map(({ definition }) => definition.object.name));
    const within = new AnswerScope(this.#contract, this.#further);
    return { anyOf: [...names].map((name) => within.resource(name)) };
  }

  namesOf(resource: string, head: readonly string[]): ReadonlyMap<string, string> {
    return namesOfFields(this.#contract, resource, head);
  }

  eventTypes(): readonly string[] {
    const names = [...this.#contract.events.values()].flatMap(typesOfEvent);
    return [...new Set(names)];
  }
}
