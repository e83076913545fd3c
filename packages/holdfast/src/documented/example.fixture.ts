import { type Api, bootApiFrom } from "../api.js";
import type { ErrorDefinition } from "../definition/error.js";
import { type MethodDefinition, type MethodOptions, method, page } from "../definition/method.js";
import { type Resource, type ResourceDefinition, resource } from "../definition/resource.js";
import { t } from "../definition/t.js";
import type { Fields } from "../definition/type.js";
import type { GateModule } from "../history/gate.js";
import {
  type Loose,
  type Parts,
  type Past,
  smallApi,
  versionAt,
} from "../history/small-api.fixture.js";
import type { SentParams } from "../testing/call-as.js";

/**
 * What is sent to a method: params, or a whole request such as `GET /charges?limit=1`, which may
 * have a header: `GET /charges with Tenant-Id: acme`.
 */
export type Sends = SentParams | string;

/**
 * What is looked at: what `execute` got, the body of a success, a member of it, status and body,
 * some headers, or how callers know the method.
 */
export type Reads =
  | "params"
  | "body"
  | "answer"
  | "name"
  | { readonly member: string }
  | { readonly headers: readonly string[] };

/** One method, called at each version: what is sent, and what is expected. Newest version first. */
export interface Row {
  readonly method: MethodDefinition;
  readonly resource?: ResourceDefinition;
  readonly sends?: readonly Sends[];
  readonly gives: readonly unknown[];
  readonly reads?: Reads;
  readonly publishable?: boolean;
}

/** An API with a past, and what its methods take and answer at each version. */
export interface Example {
  readonly api: Api;
  /** Newest first. */
  readonly versions: readonly string[];
  readonly rows: readonly Row[];
}

/** An example of one version and its gates, or of several, oldest first. */
export function example(
  gates: Past | Past[number],
  rows: readonly Row[],
  parts: Parts = {},
): Example {
  const past = isPast(gates) ? gates : [gates];
  const api = smallApi(partsOf(rows, parts), past);
  const versions = [...past.keys(), past.length].map(versionAt).reverse();
  return { api, versions, rows };
}

function isPast(gates: Past | Past[number]): gates is Past {
  return Array.isArray(gates);
}

/** An example whose versions stand in a text of their own; `versions` are those to look at. */
export function booted(
  history: string,
  gates: readonly GateModule[],
  rows: readonly Row[],
  versions: readonly string[],
): Example {
  const api = bootApiFrom(
    { name: "Example", resources: [], methods: [], ...partsOf(rows) },
    history,
    gates,
  );
  return { api, versions, rows };
}

/** What an example's API is made of: what its rows name, and what else there is. */
function partsOf(rows: readonly Row[], parts: Parts = {}): Parts {
  const shown = rows.flatMap(({ resource: one }) => one ?? []);
  return {
    ...parts,
    resources: [...new Set([taken, ...shown, ...(parts.resources ?? [])])],
    methods: [...new Set([...rows.map((row) => row.method), ...(parts.methods ?? [])])],
  };
}

const taken = resource("taken", {
  description: "What a method got.",
  fields: { params: t.string().describe("The params, as JSON.") },
}).from<{ readonly params: string }>();

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
