import type { Api } from "../api.js";
import type { AccountStore, Transactor } from "./account-store.js";
import type { RateLimit } from "./rate-limiter.js";

/** What a request log receives: one entry a request, whatever happened to it. */
export interface RequestEntry {
  readonly id: string;
  readonly verb: string;
  readonly path: string;
  readonly method: string | null;
  readonly account: string | null;
  readonly version: string | null;
  readonly status: number;
  /** Whether the answer was a stored one. */
  readonly replayed: boolean;
  /** From the first layer to the last byte's making. */
  readonly milliseconds: number;
}

/** How an API is to be served. */
export interface ServeOptions extends Omit<ServeSettings, "redact" | "clock"> {
  readonly redact?: ServeSettings["redact"];
  readonly clock?: ServeSettings["clock"];
}

/** How an API is served, with everything said. */
export interface ServeSettings {
  readonly store: AccountStore;
  readonly transactor: Transactor;
  /** Requests that each key may make; no limit if left out. */
  readonly rateLimit?: RateLimit;
  /** What fingerprints of requests are keyed with, the same on every machine. */
  readonly secret: string;
  /**
   * Takes out of a text what may stand in no log and no error: card numbers, say. It sees every
   * error's message, and the path of every request that is logged.
   */
  readonly redact: (text: string) => string;
  /** What time it is, in milliseconds since 1970: which versions have had their sunset. */
  readonly clock: () => number;
  /** Makes the ids of requests; random ones, if left out. */
  readonly newRequestId?: () => string;
  /** Called once for every request. */
  readonly onRequest?: (entry: RequestEntry) => void;
  /** Called with what made a request fail with a 500. */
  readonly onFailure?: (failure: unknown, requestId: string) => void;
}

/** An API that is being served, as layers see it. */
export interface Served {
  readonly api: Api;
  readonly settings: ServeSettings;
  /** The newest version that every living process knows. */
  activeVersion(): string;
}
