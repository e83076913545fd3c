import type { Account, KeyKind, Mode } from "../pipeline/account-store.js";
import type { ErrorDefinition } from "./error.js";
import type { Kind } from "./kind.js";
import { embeddedKind, type Page, pageKind } from "./kinds/links.js";
import { nothingKind } from "./kinds/nothing.js";
import { captureOrigin, type Origin } from "./location.js";
import type { Resource, ResourceDefinition } from "./resource.js";
import type { ResponseHeader } from "./response-header.js";
import type { Services } from "./services.js";
import type { Fields, ParamsOf } from "./type.js";

/** What a method returns, and the type that `execute` must give for it. */
export interface Returns<out S> {
  readonly kind: Kind;
  readonly source: S | undefined;
}

/** A page of resources, in the list style of the caller's version. */
export function page<R>(item: Resource<R>): Returns<Page<R>> {
  return { kind: pageKind(embeddedKind(item.name)), source: undefined };
}

/** What a method returns that answers without a body. */
export const nothing: Returns<void> = { kind: nothingKind, source: undefined };

/** The HTTP statuses of success. 204 has no body: what is returned is seen only where a gate says. */
export type SuccessStatus = 200 | 201 | 202 | 204;

/** Asks whether the caller has a legacy behaviour. */
export interface Gates<G extends string> {
  /** Throws a TypeError for a gate that the method does not list under `asks`. */
  has(gate: G): boolean;
  /** A short text to store with a record, which then remembers what it was born under. */
  stamp(): string;
  /** The gates that a stored stamp stands for. Throws a TypeError for a text that is none. */
  of(stamp: string): Gates<G>;
}

/** What `execute` receives. */
export type ExecuteContext<F extends Fields, G extends string> = Services & {
  readonly params: ParamsOf<F>;
  readonly account: Account;
  readonly mode: Mode;
  readonly key: { readonly id: string; readonly kind: KeyKind };
  readonly gates: Gates<G>;
  readonly request: RequestFacts;
};

/** What is known of a request beside its params. */
export interface RequestFacts {
  readonly id: string;
  readonly idempotencyKey: string | null;
  /** The version that the request is served at. */
  readonly version: string;
}

/** A rule over several params. It sees head's params; a gate can lift it by its name. */
export interface Check<P> {
  readonly description: string;
  /**
   * Whether the params are fine, or why they are not. Synchronous and pure. It sees what the caller
   * said, with defaults; what `viewWas` or `orderWas` say for older callers is not among it.
   */
  readonly test: (params: P) => true | string;
  /** The param that the failure is about, in head's names. */
  readonly param?: string;
  /** The error to raise; it may use `{reason}`. */
  readonly raises?: ErrorDefinition;
  /** The gate until which it is made. */
  readonly until?: string;
}

declare const TAKES: unique symbol;

/** A method whose params are known to the type checker. */
export interface Method<out P> extends MethodDefinition {
  readonly [TAKES]?: P;
}

/** Groups of params; those with names are checks that a gate can lift. */
export type Groups<K> = readonly (readonly K[])[] | Readonly<Record<string, readonly K[]>>;

/** Params of which at least one is required, or at most one allowed. */
export interface ParamGroups<K> {
  readonly oneRequired?: Groups<K>;
  readonly onlyOne?: Groups<K>;
}

/** What an author says of a method. */
export interface MethodOptions<F extends Fields, S, G extends string> {
  /** The HTTP method and path: `POST /v1/charges/{charge}`. Names in braces are params. */
  readonly route: string;
  readonly description: string;
  readonly params?: F;
  readonly returns: Resource<S> | Returns<S>;
  /** HTTP status of its success; 200, unless said. */
  readonly status?: SuccessStatus;
  /** Headers of its answers. */
  readonly headers?: readonly ResponseHeader<NoInfer<S>>[];
  readonly raises?: readonly ErrorDefinition[];
  /** The gates that `execute` may ask about. */
  readonly asks?: readonly G[];
  readonly checks?: Readonly<Record<string, Check<ParamsOf<F>>>>;
  readonly groups?: ParamGroups<keyof F & string>;
  /** Kinds of key that may call it; secret keys only, unless said. */
  readonly keys?: readonly KeyKind[];
  /**
   * Whether it changes a part of something, and leaves what callers leave out as it is: then none
   * of its params may have a default.
   */
  readonly updates?: boolean;
  /** The gate until which it exists. */
  readonly until?: string;
}

/** How a legacy method's requests become those of another method. */
export interface Dispatch {
  readonly to: string;
  readonly fixed: Readonly<Record<string, unknown>>;
}

/** Something that a caller can do. */
export interface MethodDefinition {
  readonly name: string;
  readonly verb: string;
  readonly path: string;
  readonly description: string;
  readonly params: Fields;
  readonly returns: Kind;
  readonly status: number;
  readonly headers: readonly ResponseHeader[];
  readonly raises: readonly ErrorDefinition[];
  readonly asks: readonly string[];
  readonly checks: Readonly<Record<string, Check<never>>>;
  readonly groups: ParamGroups<string>;
  readonly keys: readonly KeyKind[];
  readonly until: string | undefined;
  /** Whether it leaves what callers leave out as it is. */
  readonly updates: boolean;
  /** The method that answers in its place, and today's params that are always the same. */
  readonly dispatch: Dispatch | undefined;
  readonly execute: (context: never) => Promise<unknown>;
  readonly origin: Origin;
}

/**
 * Describes a method once, as it is today.
 *
 * @example
 * const retrieveCharge = method("charges.retrieve", {
 *   route: "GET /v1/charges/{charge}",
 *   description: "Reads a charge.",
 *   params: { charge: t.id("ch").describe("Which charge.") },
 *   returns: charge,
 * }).execute(async ({ params, db }) => db.charge(params.charge));
 */
export function method<
  S,
  const F extends Fields = Record<never, never>,
  const G extends string = never,
>(
  name: string,
  options: MethodOptions<F, S, G>,
): {
  execute(run: (context: ExecuteContext<F, G>) => Promise<NoInfer<S>>): Method<ParamsOf<F>>;
} {
  const origin = captureOrigin(method);
  const [verb = "", ...rest] = options.route.split(" ");
  const path = rest.join(" ");
  return {
    execute: (run): Method<ParamsOf<F>> =>
      Object.freeze<Method<ParamsOf<F>>>({
        name,
        verb,
        path,
        description: options.description,
        params: options.params ?? {},
        returns: kindOf(options.returns),
        status: options.status ?? 200,
        headers: options.headers ?? [],
        raises: options.raises ?? [],
        asks: options.asks ?? [],
        checks: options.checks ?? {},
        groups: options.groups ?? {},
        keys: options.keys ?? ["secret"],
        until: options.until,
        updates: options.updates ?? false,
        dispatch: undefined,
        execute: run,
        origin,
      }),
  };
}

function kindOf(returns: ResourceDefinition | Returns<unknown>): Kind {
  return "name" in returns ? embeddedKind(returns.name) : returns.kind;
}
