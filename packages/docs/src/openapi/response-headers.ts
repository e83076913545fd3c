import {
  deprecationHeader,
  idempotentReplayedHeader,
  type ResponseHeader,
  requestIdHeader,
  retryAfterHeader,
  sunsetHeader,
} from "holdfast";
import type { MethodShape } from "holdfast/contract";
import type { Context } from "./context.js";
import { byName, type JsonObject } from "./document.js";

/** The headers of answers at a version, by the names that callers see. */
export class ResponseHeaders {
  readonly #context: Context;
  readonly #known = new Map<string, JsonObject>();
  readonly #always: readonly (readonly [string, JsonObject])[];

  constructor(context: Context) {
    this.#context = context;
    const { api, version } = context;
    const {
      deprecated = null,
      sunset = null,
      link = null,
    } = api.timeline.find(version)?.retirement ?? {};
    this.#always = [
      this.#ref(api.versionHeader, "The version that the request was served at."),
      ...this.#named(requestIdHeader),
      ...api.headers.flatMap((header) => this.#named(header)),
      ...(deprecated === null ? [] : this.#named(deprecationHeader)),
      ...(sunset === null ? [] : this.#named(sunsetHeader)),
      ...(link === null ? [] : [this.#ref("Link", "A page for callers of this version.")]),
    ];
  }

  ofSuccess({ verb, definition: { headers } }: MethodShape): JsonObject {
    const own = verb === "GET" ? headers : [...headers, idempotentReplayedHeader];
    const key = own.map(({ name }) => name).join();
    const known = this.#known.get(key);
    if (known) return known;
    const made = byName([...this.#always, ...own.flatMap((header) => this.#named(header))]);
    this.#known.set(key, made);
    return made;
  }

  ofErrors(status: number): JsonObject {
    const waits = status === 429 || status === 503;
    return byName([...this.#always, ...(waits ? this.#named(retryAfterHeader) : [])]);
  }

  /** A header as the version calls it; none where it is not sent. */
  #named({ name, description }: ResponseHeader): readonly (readonly [string, JsonObject])[] {
    const called = this.#context.contract.headers.get(name)?.name ?? null;
    return called === null ? [] : [this.#ref(called, description)];
  }

  #ref(name: string, description: string): readonly [string, JsonObject] {
    const { components, words } = this.#context;
    const ref = components.ref("headers", name, name, () => ({
      description: words(description),
      schema: { type: "string" },
    }));
    return [name, ref];
  }
}
