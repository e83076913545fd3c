import type { Api } from "../api.js";
import { Raised } from "../definition/raised.js";
import type { WireResponse } from "../http/message.js";
import { type Call, type Layer, type Next, need } from "../pipeline/call.js";
import { Recorder } from "./recorder.js";
import type { Captured } from "./stored.js";

/** What was heard of one request. */
export interface Heard {
  /** What was read of the request: head's params. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What the method answered with, before any version showed it; nothing without a body. */
  capture(): Captured | undefined;
  readonly raised?: Raised;
}

/** Listens to requests between their reading and their answer. */
export class Listener {
  readonly #recorder: Recorder;
  #heard: Heard | undefined;

  constructor(api: Api) {
    this.#recorder = new Recorder(api.definitions.lists.name);
  }

  /** What was heard since this was last asked. */
  take(): Heard | undefined {
    const heard = this.#heard;
    this.#heard = undefined;
    return heard;
  }

  /** The layers, with one more within the unit of work. */
  arrange(layers: readonly Layer[]): readonly Layer[] {
    return layers.flatMap((layer) =>
      layer.name === "unit-of-work" ? [layer, this.#layer] : layer,
    );
  }

  readonly #layer: Layer = {
    name: "listen",
    run: (call, next) => this.#listen(call, next),
  };

  async #listen(call: Call, next: Next): Promise<WireResponse> {
    try {
      const answer = await next();
      this.#heard = { params: call.params ?? {}, capture: () => this.#capture(call) };
      return answer;
    } catch (problem) {
      if (problem instanceof Raised) {
        this.#heard = { params: call.params ?? {}, capture: () => undefined, raised: problem };
      }
      throw problem;
    }
  }

  #capture(call: Call): Captured | undefined {
    const { loaded, result, expand } = call;
    if (!loaded) return undefined;
    const method = need(call, "method");
    const { contract } = need(call, "contract");
    return this.#recorder.capture(contract, result, loaded, (compiled, noted) =>
      compiled.returns(method)(result, result, noted, expand),
    );
  }
}
