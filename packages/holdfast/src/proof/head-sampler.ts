import { baseName } from "../compile/scope-compiler.js";
import type { Contract } from "../contract/contract.js";
import type { Definitions } from "../contract/definitions.js";
import { typesOfEvent } from "../contract/event-shape.js";
import { headRoute } from "../contract/head-route.js";
import type { EventNames, Kind } from "../definition/kind.js";
import type { ResourceDefinition } from "../definition/resource.js";
import { routeParams } from "../definition/route-params.js";
import { NoSample, type Sampler, sampleOf } from "../definition/sampler.js";
import { headShape, type ObjectShape, type ShapeField } from "../definition/shape.js";
import type { Choices } from "./choices.js";
import { FROM_THE_FUTURE } from "./future.js";
import { type RecordSource, recordOf, recordWith, setArm } from "./stand-ins.js";
import type { ProofTools } from "./tools.js";

/** How deep resources may stand in each other before that counts as without end. */
const DEEPEST = 12;
/** How many records are made up until an event about one of them is sent. */
const TRIES = 12;

type Fields = Readonly<Record<string, unknown>>;

const heads = new WeakMap<ResourceDefinition, ObjectShape>();

function headOf(definition: ResourceDefinition): ObjectShape {
  const shape = heads.get(definition) ?? headShape(definition.fields, []);
  heads.set(definition, shape);
  return shape;
}

/** What values are made up for. */
export interface SampleSettings {
  readonly contract: Contract;
  readonly definitions: Definitions;
  /** How events are called at the contract, by made-up records. */
  readonly eventNames: Pick<EventNames, "nameOf">;
  readonly tools: Pick<ProofTools, "matching">;
  /** Resources that stand deeper than this are the simplest that there are. */
  readonly depth: number;
  /** Whether enums may have values that nobody knows yet. */
  readonly future?: boolean;
}

type Way = "absent" | "null" | "given";

function waysOf(optional: boolean, nullable: boolean): readonly Way[] {
  if (optional) return nullable ? ["absent", "null", "given"] : ["absent", "given"];
  return nullable ? ["null", "given"] : ["given"];
}

/** Makes up records, as values of their head fields. */
export class HeadSampler implements Sampler, RecordSource {
  readonly #choices: Choices;
  readonly #settings: SampleSettings;
  readonly #byId = new Map<string, unknown>();
  #place = "";
  #depth = -1;

  constructor(choices: Choices, settings: SampleSettings) {
    this.#choices = choices;
    this.#settings = settings;
  }

  choose<T>(options: readonly T[]): T {
    const index =
      options.length < 2 || this.#depth > this.#settings.depth
        ? 0
        : this.#choices.pick(options.length, this.#place);
    return options[index] as T;
  }

  matching(pattern: string): readonly string[] {
    return this.#settings.tools.matching(pattern);
  }

  object(shape: ObjectShape): Fields {
    const object: Record<string, unknown> = {};
    for (const field of shape.fields.values()) this.#put(field, object);
    for (const field of shape.dormant.values()) this.#put(field, object);
    return object;
  }

  #put({ name, info }: ShapeField, into: Record<string, unknown>): void {
    const { kind, optional, nullable } = info;
    // A page's items are put into it where the page stands.
    if (!kind.sample) return;
    this.#at(name, () => {
      const way = this.choose(waysOf(optional, nullable));
      if (way !== "absent") into[name] = way === "null" ? null : this.#value(kind);
    });
  }

  #value(kind: Kind): unknown {
    const { future = false } = this.#settings;
    if (future && kind.name === "enum" && this.choose([false, true])) return FROM_THE_FUTURE;
    return sampleOf(kind, this);
  }

  #at<T>(name: string, work: () => T): T {
    const before = this.#place;
    this.#place = `${before}.${name}`;
    try {
      return work();
    } finally {
      this.#place = before;
    }
  }

  record(resource: string): object {
    const definition = this.#definition(resource);
    if (this.#depth > DEEPEST) throw new NoSample(`${resource} stands in itself without end`);
    const { arms } = definition;
    if (arms) {
      const arm = this.choose([...arms.keys()]);
      const record = this.record(arms.get(arm)?.name ?? "");
      setArm(record, arm);
      return record;
    }
    this.#depth++;
    try {
      return this.#at(resource, () => recordOf(definition, this.object(headOf(definition))));
    } finally {
      this.#depth--;
    }
  }

  #definition(resource: string): ResourceDefinition {
    const { resources, lists } = this.#settings.definitions;
    const found = [...resources, lists].find((one) => one.name === baseName(resource));
    if (!found) throw new NoSample(`the API has no resource ${resource}`);
    return found;
  }

  id(resource: string): string {
    return `${baseName(resource)}_${this.choose(["1", "2"])}`;
  }

  /** What is loaded stands one level deeper than what refers to it. */
  load(resource: string, id: string): unknown {
    const key = `${resource} ${id}`;
    if (!this.#byId.has(key)) {
      this.#depth = 0;
      this.#byId.set(key, this.record(resource));
      this.#depth = -1;
    }
    return this.#byId.get(key);
  }

  namesOf(_resource: string, head: readonly string[]): readonly string[] {
    return head;
  }

  page(item: Kind): unknown {
    const envelope = this.record(this.#settings.definitions.lists.name);
    const length = this.choose([0, 1, 2]);
    const data = Array.from({ length }, () => this.#at("data", () => sampleOf(item, this)));
    return recordWith(envelope, { data });
  }

  routeParams(method: string): Readonly<Record<string, string>> {
    const found = this.#settings.contract.methods.get(method);
    const path = found ? headRoute(found) : "";
    return Object.fromEntries(routeParams(path).map((name) => [name, `${name}_1`]));
  }

  eventData(): unknown {
    const resource = this.choose([...new Set(this.#events().map(({ object }) => object.name))]);
    const after = this.record(resource);
    const before = this.choose([false, true]) ? this.record(resource) : null;
    return { resource, before, after };
  }

  eventType(): unknown {
    const { type, object } = this.choose(this.#events());
    for (let tries = 0; tries < TRIES; tries++) {
      const record = this.record(object.name);
      if (this.#settings.eventNames.nameOf(type, record) !== null) return { type, object: record };
    }
    throw new NoSample(`no ${object.name} was made up about which ${type} is sent`);
  }

  /** The events that callers at the contract can be told of. */
  #events() {
    const events = [...this.#settings.contract.events.values()];
    const told = events.filter((event) => typesOfEvent(event).length > 0);
    if (told.length === 0) throw new NoSample("the API has no events at this contract");
    return told.map(({ definition }) => definition);
  }
}
