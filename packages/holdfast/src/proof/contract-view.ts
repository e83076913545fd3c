import { CompiledContract } from "../compile/compiled-contract.js";
import { CompiledResources, type RecordReading } from "../compile/scope-compiler.js";
import type { Contract } from "../contract/contract.js";
import type { Definitions } from "../contract/definitions.js";
import type { Json, Render } from "../definition/kind.js";
import type { Timeline } from "../history/timeline.js";
import { AnswerScope, type Asked } from "./answer-schema.js";
import type { ProofTools } from "./tools.js";

/** What all proofs of one API share. */
export interface ProofWorld {
  readonly definitions: Definitions;
  readonly timeline: Timeline;
  readonly tools: ProofTools;
}

/** One contract, with what proves it; each function is made once. */
export class ContractView {
  readonly contract: Contract;
  readonly world: ProofWorld;
  /** How it is called: a version, a gate, a version less a gate. */
  readonly label: string;
  readonly compiled: WatchedResources;
  readonly interpreted: WatchedResources;
  readonly reader: CompiledContract;
  readonly #judges = new Map<string, (value: unknown) => true | string>();

  constructor(contract: Contract, world: ProofWorld, label: string) {
    const lists = world.definitions.lists.name;
    this.contract = contract;
    this.world = world;
    this.label = label;
    this.compiled = new WatchedResources(contract, lists, false);
    this.interpreted = new WatchedResources(contract, lists, true);
    this.reader = new CompiledContract(contract, lists);
  }

  scope(asked: Asked): AnswerScope {
    return new AnswerScope(this.contract, this.world.definitions.lists.name, asked);
  }

  /** What is wrong with a rendered resource, as it looks to whoever asked. */
  judge(resource: string, asked: Asked): (value: unknown) => true | string {
    const key = `${resource} ${asked.secret} ${asked.expanded}`;
    const known = this.#judges.get(key);
    if (known) return known;
    const shape = this.contract.resources.get(resource)?.shape;
    const made = shape
      ? this.world.tools.judge(this.scope(asked).object(shape))
      : () => true as const;
    this.#judges.set(key, made);
    return made;
  }
}

/** A resource as it was rendered, wherever it stood. */
export interface Rendered {
  readonly resource: string;
  readonly json: Json;
}

/** A contract's renderers, which tell of every resource that they render. */
export class WatchedResources extends CompiledResources {
  readonly seen: Rendered[] = [];
  /** How records are read now: the renderers outlive the records that they render. */
  #current: RecordReading | undefined;
  readonly #watched = new Map<string, Render>();

  constructor(contract: Contract, lists: string, interprets: boolean) {
    const current = (): RecordReading => {
      if (!this.#current) throw new TypeError("no records were made up");
      return this.#current;
    };
    super(contract, lists, interprets, {
      access: (resource) => current().access(resource),
      armOf: (union, record) => current().armOf(union, record),
    });
  }

  /** Renders with records that are read in this way; what was seen before is forgotten. */
  with(reading: RecordReading): this {
    this.#current = reading;
    this.seen.length = 0;
    return this;
  }

  override render(name: string): Render {
    const known = this.#watched.get(name);
    if (known) return known;
    const render = super.render(name);
    const isUnion = this.get(name).definition.arms !== undefined;
    const watched: Render = (value, scope, call, expand) => {
      const json = render(value, scope, call, expand);
      if (!isUnion) this.seen.push({ resource: name, json });
      return json;
    };
    this.#watched.set(name, watched);
    return watched;
  }
}
