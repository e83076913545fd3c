import type { Expansion } from "../definition/kind.js";
import type { Raised } from "../definition/raised.js";
import type { WireRequest, WireResponse } from "../http/message.js";
import { type Call, compose, type Layer, need } from "../pipeline/call.js";
import { answerErrors } from "../pipeline/layers/answer-errors.js";
import { check } from "../pipeline/layers/check.js";
import { decode } from "../pipeline/layers/decode.js";
import { route } from "../pipeline/layers/route.js";
import { validate } from "../pipeline/layers/validate.js";
import { Router } from "../pipeline/router.js";
import type { Served } from "../pipeline/served.js";
import type { ContractView } from "./contract-view.js";
import { nobody } from "./stand-ins.js";
import type { WatchedContract } from "./watched-contract.js";

/** What came of a request before any logic ran. */
export interface Arrival {
  /** Head's params; there where the request was valid, though a check may have refused it. */
  readonly head?: Readonly<Record<string, unknown>>;
  /** What of them the caller said: what checks are of. */
  readonly said?: Readonly<Record<string, unknown>>;
  readonly expand?: Expansion | undefined;
  /** What was raised where it was refused. */
  readonly raised?: Raised;
  /** The answer, as the caller gets it, where it was refused. */
  readonly response: WireResponse;
}

/** The way of a request through the layers that they are served by, from its bytes to head. */
export class WayIn {
  readonly #served: Served;
  readonly #version: string;

  constructor({ contract, world }: ContractView, versions: readonly string[]) {
    const router = new Router(contract);
    this.#version = versions[0] ?? world.timeline.versions.at(-1)?.name ?? "";
    const failed = (failure: unknown): never => {
      throw failure;
    };
    this.#served = {
      api: { timeline: world.timeline, router: () => router },
      settings: { redact: (text: string) => text, onFailure: failed },
    } as unknown as Served;
  }

  /** Sends a request to a contract, compiled or interpreted. */
  async send(contract: WatchedContract, request: WireRequest): Promise<Arrival> {
    let raised: Raised | undefined;
    const told: Layer = {
      name: "told",
      async run(_call, next) {
        try {
          return await next();
        } catch (problem) {
          // By name: an app may have a copy of the framework of its own.
          if (problem instanceof Error && problem.name === "Raised") raised = problem as Raised;
          throw problem;
        }
      },
    };
    const call = this.#call(contract, request);
    const layers = [answerErrors, told, route, decode, validate, check, arrived];
    const response = await compose(layers)(call);
    if (!raised && !call.params) {
      throw new TypeError(`a request cannot be decoded: ${response.body}`);
    }
    return {
      ...(call.params && { head: call.params }),
      ...(call.said && { said: call.said }),
      ...(raised && { raised }),
      expand: call.expand,
      response,
    };
  }

  #call(contract: WatchedContract, request: WireRequest): Call {
    return {
      request,
      id: "req_1",
      served: this.#served,
      version: this.#version,
      contract,
      credential,
      unit: { services: {} },
    } as unknown as Call;
  }
}

const credential = { ...nobody, keyId: "key_1", kind: "secret", pin: null, permissions: null };

/** The end of the way: here the author's logic would run. */
const arrived: Layer = {
  name: "arrived",
  async run(call) {
    need(call, "params");
    return { status: 200, headers: {}, body: "" };
  },
};
