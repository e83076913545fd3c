import { type Api, bootApiFrom } from "../api.js";
import type { MethodDefinition } from "../definition/method.js";
import type { ResourceDefinition } from "../definition/resource.js";
import type { GateModule } from "../history/gate.js";
import { type Parts, type Past, smallApi, versionAt } from "../history/small-api.fixture.js";
import type { SentParams } from "../testing/call-as.js";
import { taken } from "./taken.fixture.js";

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
