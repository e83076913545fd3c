import type { ErrorDefinition } from "../definition/error.js";
import { type MethodDefinition, type MethodOptions, method, page } from "../definition/method.js";
import { type Resource, resource } from "../definition/resource.js";
import type { Fields } from "../definition/type.js";
import type { Loose } from "../history/small-api.fixture.js";
import type { SentParams } from "../testing/call-as.js";
import type { Reads, Row, Sends } from "./example.fixture.js";
import { taken } from "./taken.fixture.js";

/** A resource of which only its fields matter. */
export function resourceOf(name: string, fields: Fields): Resource<Loose> {
  return resource(name, { description: `A ${name}.`, fields }).from<Loose>();
}

/** A method of which only its params matter. Its answer is what `execute` got. */
export function taking<const F extends Fields>(
  name: string,
  params: F,
  options: Partial<MethodOptions<F, { readonly params: string }, never>> = {},
): MethodDefinition {
  return method(name, {
    route: `POST /${name.replace(".", "/")}`,
    description: `Takes what ${name} takes.`,
    params,
    returns: taken,
    ...options,
  }).execute(async (context) => ({ params: JSON.stringify(context.params) }));
}

/** A method that does nothing but raise an error. */
export function raising(name: string, raised: ErrorDefinition): MethodDefinition {
  const refused = { description: "It is refused.", test: () => "No.", raises: raised };
  return taking(name, {}, { checks: { refused } });
}

/** A method that lists a resource, on one page. What its params say stands in its route. */
export function listing(
  of: Resource<Loose>,
  items: readonly object[],
  params: Fields = {},
): MethodDefinition {
  const data = items as readonly Loose[];
  return method(`${of.name}s.list`, {
    route: [
      "GET",
      [`/v1/${of.name}s`, ...Object.keys(params).map((name) => `{${name}}`)].join("/"),
    ].join(" "),
    description: `Lists ${of.name}s.`,
    params,
    returns: page(of),
  }).execute(async () => ({ data, has_more: false, total_count: async () => data.length }));
}

/** What a resource shows of a record: today, and at the versions before. */
export function shows<R>(of: Resource<R>, record: object, ...gives: readonly unknown[]): Row {
  const retrieve = method(`${of.name}s.retrieve`, {
    route: `GET /${of.name}s/one`,
    description: `Reads a ${of.name}.`,
    returns: of as Resource<unknown>,
    keys: ["secret", "publishable"],
  }).execute(async () => record);
  return { method: retrieve, resource: of, gives };
}

/** What a method is sent, with what `execute` gets of it: today, and at the versions before. */
export function takes(
  of: MethodDefinition,
  ...pairs: readonly (readonly [sent: SentParams, got: unknown])[]
): Row {
  return {
    method: of,
    sends: pairs.map(([sent]) => sent),
    gives: pairs.map(([, got]) => got),
    reads: "params",
  };
}

/** What a method is sent, with what it answers: today, and at the versions before. */
export function calls(
  of: MethodDefinition,
  reads: Reads,
  ...pairs: readonly (readonly [sent: Sends, answer: unknown])[]
): Row {
  return {
    ...takes(of),
    sends: pairs.map(([sent]) => sent),
    gives: pairs.map(([, got]) => got),
    reads,
  };
}
