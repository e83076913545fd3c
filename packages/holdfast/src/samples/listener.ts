import type { Api } from "../api.js";
import type { Json } from "../definition/kind.js";
import { Raised } from "../definition/raised.js";
import type { WireResponse } from "../http/message.js";
import { type Call, type Layer, type Next, need } from "../pipeline/call.js";
import { Recorder } from "./recorder.js";
import type { Captured } from "./stored.js";

/** What was heard of one request. */
export interface Heard {
  /** What was read of the request: head's params. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What the method answered with, before any version showed it. */
  readonly captured?: Captured;
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
      const { contract } = need(call, "contract");
      const { loaded } = call;
      const captured =
        loaded &&
        this.#recorder.capture(contract, call.result, loaded, (compiled, noted): Json => {
          const method = need(call, "method");
          compiled.hidden(method)?.(call.result);
          return compiled.returns(method)(call.result, call.result, noted, call.expand);
        });
      this.#heard = { params: call.params ?? {}, ...(captured && { captured }) };
      return answer;
    } catch (problem) {
      if (problem instanceof Raised) this.#heard = { params: call.params ?? {}, raised: problem };
      throw problem;
    }
  }
}
