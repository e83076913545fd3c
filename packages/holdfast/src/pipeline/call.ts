import type { CompiledContract } from "../compile/compiled-contract.js";
import type { QuickRead } from "../compile/quick-reader.js";
import type { MethodShape } from "../contract/contract.js";
import type { Expansion, RenderCall } from "../definition/kind.js";
import type { Retirement } from "../history/retirement.js";
import type { DecodedParams } from "../http/decode-request.js";
import type { WireRequest, WireResponse } from "../http/message.js";
import type { Credential, UnitOfWork } from "./account-store.js";
import type { Served } from "./served.js";

/** One request on its way through the layers. Each layer fills in what it finds out. */
export interface Call {
  readonly request: WireRequest;
  /** Unique for each request; answered as `Request-Id`. */
  readonly id: string;
  readonly served: Served;
  /** True where the body is larger than what is read, and was left out. */
  readonly tooLarge?: boolean;
  credential?: Credential;
  /** The version that it is served at, once it is resolved. */
  version?: string;
  /** That the version which was asked for, or is the account's or the key's, is on its way out. */
  retirement?: Retirement;
  /** True where the account has no pin yet, and the request may give it one. */
  unpinned?: boolean;
  /** True where the version is the account's, and neither the request's nor the key's own. */
  followsPin?: boolean;
  contract?: CompiledContract;
  method?: MethodShape;
  /** What the route's `{params}` stand for. */
  pathParams?: Readonly<Record<string, string>>;
  /** The decoded params, before they are validated. */
  sent?: DecodedParams;
  /** The params, where they were decoded and validated in one run. */
  read?: QuickRead;
  idempotencyKey?: string;
  unit?: UnitOfWork;
  /** What the caller says of head's params: what the version adds where they do not is no part of it. */
  said?: Readonly<Record<string, unknown>>;
  /** Head's params. */
  params?: Readonly<Record<string, unknown>>;
  expand?: Expansion;
  /** True from the moment at which the author's logic runs. */
  executing?: boolean;
  /** What `execute` returned. */
  result?: unknown;
  /** What was loaded for the answer. */
  loaded?: RenderCall;
}

/** The rest of the way. */
export type Next = () => Promise<WireResponse>;

/** One step that every request takes. */
export interface Layer {
  readonly name: string;
  run(call: Call, next: Next): Promise<WireResponse>;
}

/** Something that an earlier layer fills in; a missing one is a mistake in the order of layers. */
export function need<K extends keyof Call>(call: Call, key: K): NonNullable<Call[K]> {
  const value = call[key];
  if (value === undefined || value === null) {
    throw new TypeError(`a layer needs ${key}, which no layer before it has found`);
  }
  return value as NonNullable<Call[K]>;
}

/** Runs layers one in the other; the last one answers. */
export function compose(layers: readonly Layer[]): (call: Call) => Promise<WireResponse> {
  return (call) => {
    const step = (index: number): Promise<WireResponse> => {
      const layer = layers[index];
      if (!layer) throw new TypeError("no layer answered the request");
      return layer.run(call, () => step(index + 1));
    };
    return step(0);
  };
}
