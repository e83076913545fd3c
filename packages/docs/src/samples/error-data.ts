import type { Api, Json, Kind } from "holdfast";
import type { Params, StoredError } from "./example-set.js";

/** What an error is shown with for which no example is documented. */
export function errorData(api: Api, name: string): StoredError {
  const own = ownErrors(api)[name];
  if (own) return own;
  const definition = api.definitions.errors.find((one) => one.name === name);
  const data = Object.entries(definition?.fields ?? {}).flatMap(([field, { info }]) =>
    info.optional ? [] : [[field, madeUp(info.kind.name, info.kind.values, info.description)]],
  );
  return { data: Object.fromEntries(data) as Params };
}

/** The simplest value of a kind; texts say what they are. */
function madeUp(
  kind: string,
  values: Readonly<Record<string, string>> | undefined,
  description = "",
): Json {
  if (values) return Object.keys(values)[0] ?? "";
  if (kind === "boolean") return true;
  if (kind === "integer" || kind === "number" || kind === "timestamp") return 1;
  if (kind === "list" || kind === "page") return [];
  if (kind === "object" || kind === "map" || kind === "map_of") return {};
  return description.replace(/\.$/, "");
}

/** What the framework's own errors say, in the words of this API. */
function ownErrors(api: Api): Readonly<Record<string, StoredError>> {
  const { versions } = api.timeline;
  const [oldest = "", next = ""] = versions.map(({ name }) => name);
  const method = api.definitions.methods.find(({ until }) => until === undefined);
  const { name = "a method", verb = "GET", path = "/" } = method ?? {};
  const { one: param, other, of: taker } = twoParams(api);
  const about = { param, ...(taker !== undefined && { method: taker }) };
  const key = { data: { key: "order-6735" } };
  return {
    key_missing: { data: { reason: "No API key was given." } },
    key_unknown: { data: { key: "sk_test_…7890" } },
    permission_denied: { data: { method: name, reason: " with a publishable key" } },
    version_unknown: {
      data: { header: api.versionHeader, reason: "yesterday is not a version" },
    },
    version_retired: {
      data: { version: oldest, sunset: "the day of its sunset", next, help: "" },
    },
    version_unavailable: { data: { version: versions.at(-1)?.name ?? "" } },
    version_too_old: { data: { method: name, needed: next, version: oldest } },
    route_unknown: { data: { verb: "GET", path: `${path}/nothing`, help: "" } },
    verb_not_allowed: { data: { verb: "PATCH", path, allowed: verb } },
    request_malformed: { data: { reason: "The body is not JSON." } },
    media_type_unsupported: { data: { reason: "Send the body as a form or as JSON." } },
    request_too_large: { data: { reason: "The request's body is too large." } },
    rate_limited: { data: { seconds: 2 } },
    idempotency_mismatch: key,
    idempotency_in_flight: key,
    idempotency_key_invalid: { data: { reason: "it has more than 255 characters" } },
    internal_error: { data: { request: "req_000000000000000000000001" } },
    parameter_invalid: { data: { expected: "an integer", received: "abc" }, ...about },
    parameter_out_of_limits: { data: { reason: "must be at least 1" }, ...about },
    parameter_missing: { data: {}, ...about },
    parameter_unknown: { data: { help: "." }, param: "nothing" },
    parameter_invalid_empty: { data: { given: "an empty string" }, ...about },
    parameters_exclusive: { data: { names: `${param}, ${other}` } },
    parameters_needed: { data: { names: `${param}, ${other}` } },
    parameters_disagree: { data: { other }, ...about },
    check_failed: { data: { reason: `${param} and ${other} do not fit together.` }, ...about },
    cannot_expand: { data: { path: other }, param: "expand" },
  };
}

/** Two params that some method has today. */
function twoParams(api: Api): { readonly one: string; readonly other: string; of?: string } {
  const all = [...api.timeline.newest.methods.values()].map(({ definition, params }) => ({
    of: definition.name,
    // What is said of numbers fits a number.
    names: [...params.fields.values()]
      .sort((a, b) => Number(isNumber(b.info.kind)) - Number(isNumber(a.info.kind)))
      .map(({ name }) => name),
  }));
  const found = all.find(({ names }) => names.length > 1);
  const [one = "a param", other = "another param"] = found?.names ?? [];
  return { one, other, ...(found && { of: found.of }) };
}

function isNumber({ name }: Kind): boolean {
  return name === "integer" || name === "number";
}
