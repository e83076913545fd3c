import { armsOfUnion } from "../contract/arms.js";
import type { Contract, ResourceShape } from "../contract/contract.js";
import { hasForm } from "../contract/forms.js";
import { headRoute } from "../contract/head-route.js";
import { envelopeOf, itemsName } from "../contract/list-styles.js";
import { namesOfFields } from "../contract/names-of.js";
import type {
  EventNames,
  Expansion,
  Json,
  Kind,
  KindCompiler,
  ListEnvelope,
  Reach,
  Read,
  Render,
  RenderCall,
  Site,
} from "../definition/kind.js";
import { isHash } from "../definition/kinds/containers.js";
import type { EventDataSource, PageSource } from "../definition/kinds/links.js";
import { refuse } from "../definition/reader.js";
import type { Getter, ResourceDefinition } from "../definition/resource.js";
import type { ObjectShape } from "../definition/shape.js";
import { readView } from "../definition/view.js";
import { previousAttributes } from "./diff.js";
import { emitObject } from "./emit-object.js";
import { eventNames, nothingLoaded } from "./event-names.js";
import { type Access, compileExpr, headFieldsOf, plainAccess } from "./expr.js";
import { interpretObject } from "./interpret-object.js";
import { compileReadInto } from "./read-params.js";

/** The resource that a shape's name stands for, without its place. */
export function baseName(resource: string): string {
  const at = resource.indexOf("@");
  return at === -1 ? resource : resource.slice(0, at);
}

/** How records are read: as their resources say, or otherwise where records are made up. */
export interface RecordReading {
  access(resource: ResourceShape): Access;
  /** Which of a union's resources a record is rendered as. */
  armOf(union: ResourceDefinition, record: unknown): string;
}

/** Records as their resources read them. */
export const ownReading: RecordReading = {
  access: recordAccess,
  armOf: (union, record) => union.armOf?.(record as never) ?? "",
};

/** The functions of one contract, each made when it is first needed, and kept. */
export class CompiledResources {
  readonly contract: Contract;
  readonly lists: string;
  readonly eventNames: EventNames;
  readonly #renders = new Map<string, Render>();

  /** Whether objects are rendered by closures: where code may not be generated, and as an oracle. */
  readonly interprets: boolean;

  readonly #reading: RecordReading;

  constructor(
    contract: Contract,
    lists: string,
    interprets: boolean,
    reading: RecordReading = ownReading,
  ) {
    this.#reading = reading;
    this.contract = contract;
    this.lists = lists;
    this.interprets = interprets;
    this.eventNames = eventNames(contract, {
      access: (name) => this.access(this.get(name)),
      armOf: (union, record) => this.#reading.armOf(union, record),
    });
  }

  get(name: string): ResourceShape {
    const resource = this.contract.resources.get(name);
    if (!resource) throw new TypeError(`the API has no resource ${name}`);
    return resource;
  }

  render(name: string): Render {
    const known = this.#renders.get(name);
    if (known) return known;
    const made = this.#make(this.get(name));
    this.#renders.set(name, made);
    return made;
  }

  #make(resource: ResourceShape): Render {
    const { definition, shape } = resource;
    if (definition.arms) {
      const arms = armsOfUnion(resource);
      const renders = new Map([...arms].map(([arm, name]) => [arm, this.render(name)]));
      return (record, scope, call, expand) =>
        renders.get(this.#reading.armOf(definition, record))?.(record, scope, call, expand) ?? null;
    }
    const compiler = new ScopeCompiler(this, this.access(this.get(definition.name)));
    const render = compiler.object(shape);
    const formOf = this.formOf(resource);
    if (!formOf) return (record, _scope, call, expand) => render(record, record, call, expand);
    return (record, _scope, call, expand) => {
      const form = formOf(record);
      const show = form === undefined ? render : this.render(form);
      return show(record, record, call, expand);
    };
  }

  /** Tells which of the resources that it was a record is; undefined where it was but one. */
  formOf(resource: ResourceShape): ((record: unknown) => string | undefined) | undefined {
    const { forms = [], definition } = resource;
    if (forms.length === 0) return undefined;
    const access = this.access(this.get(definition.name));
    const tests = forms.map((form) => ({ form, read: compileExpr(form.value, access) }));
    return (record) =>
      tests.find(({ form, read }) => hasForm(form, read(record, nothingLoaded)))?.form.key;
  }

  /** How the head fields of a resource's records are read. */
  access(resource: ResourceShape): Access {
    return this.#reading.access(resource);
  }

  /** Reads a head field of a resource's records; of a union's, as the arm that each is has it. */
  headField(name: string, field: string): (record: unknown, call: RenderCall) => unknown {
    const { definition } = this.get(name);
    const { arms } = definition;
    if (!arms) return this.access(this.get(name)).read(field);
    const reads = new Map([...arms].map(([arm, one]) => [arm, this.headField(one.name, field)]));
    return (record, call) => reads.get(this.#reading.armOf(definition, record))?.(record, call);
  }

  /** The compiler for what stands in no resource: params, error bodies. */
  get plain(): ScopeCompiler {
    return new ScopeCompiler(this, plainAccess);
  }
}

/** How the head fields of a resource follow from its records. */
export function recordAccess({ definition }: ResourceShape): Access {
  const { getters, name } = definition;
  const isProperty = (field: string) => howOf(getters, field) === "property";
  return {
    isProperty,
    read(field) {
      const getter = getters.get(readView(field).field);
      if (getter?.how === "function") return getter.get as (record: unknown) => unknown;
      if (getter?.how === "batch") return (record, call) => call.batched(name, field, record);
      return plainAccess.read(field);
    },
  };
}

function howOf(getters: ResourceDefinition["getters"], field: string): Getter["how"] {
  return getters.get(readView(field).field)?.how ?? "property";
}

/** What kinds ask while they are compiled, for values that are read in one way. */
export class ScopeCompiler implements KindCompiler {
  readonly #resources: CompiledResources;
  readonly #access: Access;
  readonly #items: Render | undefined;

  constructor(resources: CompiledResources, access: Access, items?: Render) {
    this.#resources = resources;
    this.#access = access;
    this.#items = items;
  }

  get #contract(): Contract {
    return this.#resources.contract;
  }

  get eventNames(): EventNames {
    return this.#resources.eventNames;
  }

  scoped(): KindCompiler {
    return new ScopeCompiler(this.#resources, plainAccess);
  }

  object(shape: ObjectShape): Render {
    const make = this.#resources.interprets ? interpretObject : emitObject;
    return make(shape, this, this.#access, this.#contract.wire.nulls);
  }

  // Made at the first call, because resources may contain each other.
  resource(name: string): Render {
    return (record, _scope, call, expand) =>
      this.#resources.render(name)(record, record, call, expand);
  }

  page(item: Kind, place: string | undefined): Render {
    const items = item.renderer?.(this.scoped()) ?? ((value) => value as Json);
    const list = envelopeOf(this.#contract, item, place);
    if (list === null) {
      return (page, _scope, call, expand) =>
        (page as PageSource<unknown>).data.map((one) => items(one, one, call, expand));
    }
    const envelope = this.#resources.get(list);
    const compiler = new ScopeCompiler(this.#resources, this.#resources.access(envelope), items);
    const render = compiler.object(envelope.shape);
    return (page, _scope, call, expand) => render(page, page, call, expand);
  }

  listAt(item: Kind, place: string | undefined): ListEnvelope | null {
    const resource = envelopeOf(this.#contract, item, place);
    return resource === null ? null : { resource, items: itemsName(this.#contract, resource) };
  }

  pageItems(): Render {
    if (!this.#items) throw new TypeError("t.pageItems() stands only in the list envelope");
    return this.#items;
  }

  readObject(shape: ObjectShape): Read {
    const readInto = compileReadInto(shape, this.scoped(), this.#contract.wire.unknownParams);
    return (input, at) => {
      if (!isHash(input)) return refuse(at, "a hash", input);
      const into: Record<string, unknown> = {};
      readInto(input, at, into);
      return into;
    };
  }

  objectSites(shape: ObjectShape, reach: Reach, expand: Expansion | undefined): Site[] {
    const sites: Site[] = [];
    for (const { name, info, value } of shape.fields.values()) {
      if (info.onlyExpanded && !expand?.[name]) continue;
      if (info.kind.sharesScope && info.kind.shape) {
        sites.push(...this.objectSites(info.kind.shape, reach, expand?.[name]));
        continue;
      }
      if (!info.kind.sites) continue;
      const read = compileExpr(value, this.#access);
      const reachField: Reach = (record, call, each) =>
        reach(record, call, (scope) => {
          const found = read(scope, call);
          if (found !== null && found !== undefined) each(found);
        });
      sites.push(...info.kind.sites(this, reachField, expand?.[name]));
    }
    return sites;
  }

  /** The head fields that rendering an object of this shape reads. */
  headFields(shape: ObjectShape, expand: Expansion | undefined): Set<string> {
    const names = new Set<string>();
    for (const { name, info, value } of shape.fields.values()) {
      if (info.onlyExpanded && !expand?.[name]) continue;
      for (const head of headFieldsOf(value)) names.add(head);
      if (info.kind.sharesScope && info.kind.shape) {
        for (const head of this.headFields(info.kind.shape, expand?.[name])) names.add(head);
      }
    }
    return names;
  }

  headField(resource: string, field: string): (record: unknown, call: RenderCall) => unknown {
    return this.#resources.headField(resource, field);
  }

  namesOf(resource: string, head: readonly string[]): ReadonlyMap<string, string> {
    return namesOfFields(this.#contract, resource, head);
  }

  route(method: string): string {
    const found = this.#contract.methods.get(method);
    return found ? headRoute(found) : "";
  }

  eventData(): Render {
    return (value, _scope, call) => {
      const { resource, before, after } = value as EventDataSource;
      const render = this.#resources.render(resource);
      const object = render(after, after, call, undefined);
      if (before === null || before === undefined) return { object };
      const old = render(before, before, call, undefined);
      return { object, previous_attributes: previousAttributes(old, object, this.#contract.wire) };
    };
  }

  eventResources(): readonly string[] {
    const events = [...this.#contract.events.values()];
    return [...new Set(events.map((event) => event.definition.object.name))];
  }
}
