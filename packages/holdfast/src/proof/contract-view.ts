import type { Contract } from "../contract/contract.js";
import type { Definitions } from "../contract/definitions.js";
import type { Timeline } from "../history/timeline.js";
import { AnswerScope, type Asked } from "./answer-schema.js";
import { once } from "./once.js";
import type { StandIns } from "./stand-ins.js";
import type { ProofTools } from "./tools.js";
import { WatchedContract } from "./watched-contract.js";

/** What all proofs of one API share. */
export interface ProofWorld {
  readonly definitions: Definitions;
  readonly timeline: Timeline;
  readonly tools: ProofTools;
  readonly standIns: StandIns;
}

/** One contract, with what proves it; each function is made once. */
export class ContractView {
  readonly contract: Contract;
  readonly world: ProofWorld;
  /** How it is called: a version, a gate, a version less a gate. */
  readonly label: string;
  readonly #compiled: () => WatchedContract;
  readonly #interpreted: () => WatchedContract;
  readonly #judges = new Map<string, (value: unknown) => true | string>();

  constructor(contract: Contract, world: ProofWorld, label: string) {
    const lists = world.definitions.lists.name;
    this.contract = contract;
    this.world = world;
    this.label = label;
    const madeUp = once(() => world.standIns.within(contract));
    this.#compiled = once(() => new WatchedContract(madeUp(), lists, false));
    this.#interpreted = once(() => new WatchedContract(madeUp(), lists, true));
  }

  /** Its functions, for made-up records. */
  get compiled(): WatchedContract {
    return this.#compiled();
  }

  /** The same, interpreted. */
  get interpreted(): WatchedContract {
    return this.#interpreted();
  }

  scope(asked: Asked): AnswerScope {
    return new AnswerScope(this.contract, asked);
  }

  /** What is wrong with a rendered resource, as it looks to whoever asked. */
  judge(resource: string, asked: Asked): (value: unknown) => true | string {
    const key = `${resource} ${asked.secret} ${asked.expanded}`;
    const known = this.#judges.get(key);
    if (known) return known;
    const shape = this.contract.resources.get(resource)?.shape;
    const made = this.world.tools.judge(shape ? this.scope(asked).object(shape) : {});
    this.#judges.set(key, made);
    return made;
  }
}
