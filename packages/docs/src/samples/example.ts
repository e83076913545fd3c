import type {
  ErrorDefinition,
  EventDefinition,
  EventMatch,
  Method,
  MethodDefinition,
} from "holdfast";
import type { TestJson } from "holdfast/testing";
import type { Params } from "./example-set.js";

/** What callers send for what `execute` receives, as far as types can tell. */
export type Sent<V> = V extends readonly EventMatch[]
  ? string
  : V extends readonly (infer Item)[]
    ? readonly Sent<Item>[]
    : V extends object
      ? { readonly [K in keyof V]?: Sent<V[K]> }
      : V;

/** A body as a scene reads it; what is made has an id. */
export type Made = TestJson & { readonly id: string };

/** What happens before an example: calls as they are made today. */
export interface Scene {
  /** Calls a method at the newest version. Throws an Error unless it succeeds. */
  call<P, Body = Made>(method: Method<P>, params: Sent<P>): Promise<Body>;
  /** Lets time pass, in seconds, with all that happens by itself. */
  pass(seconds: number): Promise<void>;
}

/** The params of an example, or what happens first and gives them. */
export type Given<P> = Sent<P> | ((scene: Scene) => Promise<Sent<P>>);

/** What an author says of an example beside its params. */
export interface ExampleOptions<P> {
  /**
   * Other params, still today's, where a version has a legacy behaviour: by the gate. The first that
   * a version has counts.
   */
  readonly before?: Readonly<Record<string, (params: Sent<P>) => Sent<P>>>;
}

/** A documented example: what it shows, and the request that shows it. */
export interface Example {
  readonly shows: { readonly on: "method" | "event" | "error"; readonly name: string };
  readonly method: MethodDefinition;
  params(scene: Scene): Promise<Params>;
  readonly before: Readonly<Record<string, (params: Params) => Params>>;
}

/**
 * Documents a method by an example, in today's names and values; every version's follows from it.
 *
 * @example
 * example(retrieveCharge, async ({ call }) => {
 *   const { id } = await call(createCharge, { amount: 2000, currency: "usd", source: "tok_visa" });
 *   return { charge: id };
 * })
 */
export function example<P>(
  method: Method<P>,
  given: Given<NoInfer<P>>,
  options: ExampleOptions<P> = {},
): Example {
  return exampleOf({ on: "method", name: method.name }, method, given, options);
}

/** Documents an event: by the method that gives events back, and what happens before. */
export function eventExample<P>(
  event: EventDefinition,
  method: Method<P>,
  given: Given<NoInfer<P>>,
): Example {
  return exampleOf({ on: "event", name: event.type }, method, given, {});
}

/** Documents an error: by a request that it answers. */
export function errorExample<P>(
  error: ErrorDefinition,
  method: Method<P>,
  given: Given<NoInfer<P>>,
): Example {
  return exampleOf({ on: "error", name: error.name }, method, given, {});
}

function exampleOf<P>(
  shows: Example["shows"],
  method: MethodDefinition,
  given: Given<P>,
  { before = {} }: ExampleOptions<P>,
): Example {
  return {
    shows,
    method,
    // The reader of each version is the judge of what is sent.
    params: async (scene) => {
      const set = given as unknown as Params | ((scene: Scene) => Promise<Params>);
      return typeof set === "function" ? set(scene) : set;
    },
    before: before as unknown as Example["before"],
  };
}
