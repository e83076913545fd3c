import type { Json } from "holdfast";
import { groupsMade, type MethodShape, sendsBody } from "holdfast/contract";
import type { Context } from "./context.js";
import type { JsonObject } from "./document.js";
import { errorResponses } from "./error-responses.js";
import { errorsOf } from "./errors-of.js";
import type { Expandable } from "./expandable.js";
import { oneIsEnough } from "./param-object.js";
import { commonParameters, parametersOf, placesOf } from "./parameters.js";
import { requestBody } from "./request-body.js";
import type { ResponseHeaders } from "./response-headers.js";
import type { Schemas } from "./schemas.js";

/** What operations are made with. */
export interface Making {
  readonly context: Context;
  readonly params: Schemas;
  readonly answers: Schemas;
  readonly headers: ResponseHeaders;
  readonly expandable: Expandable;
}

/**
 * A method as an operation (OpenAPI 3.1, "Operation Object").
 *
 * @param inPath what the path calls the params of its route, in their order
 */
export function operationOf(
  method: MethodShape,
  inPath: readonly string[],
  tag: string | undefined,
  making: Making,
): JsonObject {
  const { context, params, answers, headers } = making;
  const { definition, name, keys, returns } = method;
  const { words, version, options } = context;
  const sample = options.samples?.methodSample(definition.name, version);
  const sent = sample?.request.params ?? {};
  const description = words(definition.description);
  const asked = definition.asks.filter((gate) => context.contract.gates.includes(gate));
  const places = placesOf(method);
  const expandable = making.expandable.in(returns);
  const expand = expandSchema(expandable);
  const about = { expands: expandable.length > 0, retires: retires(context) };
  const body = places.inBody ? requestBody(method, places, expand, params, sent) : undefined;
  const inQuery = expand && !places.inBody ? [expandParameter(expand)] : [];
  return {
    operationId: name,
    summary: firstSentence(description),
    description: [description, ...rulesOf(method, words)].join("\n\n"),
    ...(tag !== undefined && { tags: [tag] }),
    ...lifeOf(method, context),
    ...(keys.join() !== "secret" && { "x-holdfast-keys": keys }),
    ...(asked.length > 0 && { "x-holdfast-gates": asked }),
    parameters: [
      ...parametersOf(places, inPath, params, sent),
      ...inQuery,
      ...commonParameters(method, context),
    ],
    ...(body && { requestBody: body }),
    responses: {
      [method.status]: success(method, answers, headers, sample?.response.body),
      ...errorResponses(errorsOf(context.contract, method, about), answers, headers),
    },
  };
}

function success(
  method: MethodShape,
  answers: Schemas,
  headers: ResponseHeaders,
  example: Json | undefined,
): JsonObject {
  const sent = {
    description: sendsBody(method) ? "It worked." : "It worked. There is nothing to show.",
    headers: headers.ofSuccess(method),
  };
  if (!sendsBody(method)) return sent;
  const schema = answers.of(method.returns);
  return {
    ...sent,
    content: { "application/json": { schema, ...(example !== undefined && { example }) } },
  };
}

/** Whether the version's sunset ends in an error. */
function retires({ api, version }: Context): boolean {
  const { sunset = null, after } = api.timeline.find(version)?.retirement ?? {};
  return sunset !== null && after === "error";
}

function lifeOf({ definition }: MethodShape, { api, version, options }: Context): JsonObject {
  const retirement = api.timeline.find(version)?.retirement;
  const ends = api.timeline.gates.get(definition.until ?? "")?.version;
  const since = options.lifelines?.method(definition.name).since;
  return {
    // Newer versions do not have it, or its version is advised against.
    ...((ends !== undefined || retirement) && { deprecated: true }),
    ...(since !== undefined && { "x-holdfast-since": since }),
    ...(ends !== undefined && { "x-holdfast-until": ends }),
  };
}

/** What is checked over several params, in the version's names. */
function rulesOf(method: MethodShape, words: Context["words"]): readonly string[] {
  const { definition, lifted } = method;
  const names = (params: readonly string[]) =>
    [...method.params.fields.values()]
      .filter(({ target, info }) => params.includes(target.join(".")) && !info.undocumented)
      .map(({ name }) => `\`${name}\``)
      .join(", ");
  const groups = (sort: "oneRequired" | "onlyOne", say: string) =>
    groupsMade(method, sort).flatMap(({ params }) => {
      const known = names(params);
      return known === "" ? [] : [`${say}: ${known}.`];
    });
  const aliases = oneIsEnough(method.params).map(
    (group) =>
      `One of these params is required, which are the same: ${group.map(({ name }) => `\`${name}\``).join(", ")}.`,
  );
  const checks = Object.entries(definition.checks).filter(([name]) => !lifted.includes(name));
  return [
    ...aliases,
    ...groups("oneRequired", "At least one of these params is required"),
    ...groups("onlyOne", "At most one of these params may be given"),
    ...checks.map(([, { description }]) => words(description)),
  ];
}

function expandSchema(paths: readonly string[]): JsonObject | undefined {
  if (paths.length === 0) return undefined;
  return {
    type: "array",
    items: { type: "string" },
    description: "Paths to what the answer shall hold as a whole, and not as an id only.",
    "x-holdfast-expandable": paths,
  };
}

function expandParameter({ description, ...schema }: JsonObject): JsonObject {
  const style = { style: "form", explode: true };
  return { name: "expand[]", in: "query", required: false, description, ...style, schema };
}

/** The first sentence of a text, as a title. */
export function firstSentence(text: string): string {
  const [line = ""] = text.split("\n");
  return /^.*?[.!?](?=\s|$)/.exec(line)?.[0].replace(/\.$/, "") ?? line;
}
