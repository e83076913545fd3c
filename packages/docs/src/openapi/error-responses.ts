import type { Context } from "./context.js";
import type { JsonObject } from "./document.js";
import type { AnsweredError } from "./errors-of.js";
import type { ResponseHeaders } from "./response-headers.js";
import type { Schemas } from "./schemas.js";

/** What a method answers where it fails: a response a status, with every error that has it. */
export function errorResponses(
  errors: readonly AnsweredError[],
  schemas: Schemas,
  headers: ResponseHeaders,
): { readonly [status: string]: JsonObject } {
  const byStatus = new Map<number, AnsweredError[]>();
  for (const error of errors) {
    const same = byStatus.get(error.status);
    if (same) same.push(error);
    else byStatus.set(error.status, [error]);
  }
  // An object has names that are numbers in their order.
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      responseOf(
        status,
        [...same].sort((a, b) => (a.key < b.key ? -1 : 1)),
        schemas,
        headers,
      ),
    ]),
  );
}

function responseOf(
  status: number,
  errors: readonly AnsweredError[],
  schemas: Schemas,
  headers: ResponseHeaders,
): JsonObject {
  const { components, contract, words } = schemas.context;
  const key = `${status} ${errors.map((error) => error.key).join()}`;
  return components.ref("responses", key, `error.${status}`, () => ({
    description: errors
      .map((error) => {
        const text = contract.errors.get(error.key)?.definition.description ?? "";
        return `- \`${error.name}\`: ${words(text)}`;
      })
      .join("\n"),
    headers: headers.ofErrors(status),
    content: {
      "application/json": {
        schema: oneOf(errors.map((error) => errorSchema(error, schemas))),
        ...examplesOf(errors, schemas.context),
      },
    },
  }));
}

/** Errors need not be told apart by their bodies: two reasons may share a code. */
function oneOf(schemas: readonly JsonObject[]): JsonObject {
  const [only] = schemas;
  return schemas.length === 1 && only ? only : { anyOf: schemas };
}

function errorSchema({ key, name }: AnsweredError, schemas: Schemas): JsonObject {
  const { components, contract, words } = schemas.context;
  return components.ref("schemas", `error ${key}`, `error.${key.replace("@", ".")}`, () => {
    const error = contract.errors.get(key);
    return {
      type: "object",
      description: words(error?.definition.description ?? name),
      properties: { error: error ? (schemas.object(error.shape) as JsonObject) : {} },
      required: ["error"],
    };
  });
}

function examplesOf(errors: readonly AnsweredError[], { options, version }: Context): JsonObject {
  const examples = errors.flatMap(({ name }) => {
    const value = options.samples?.errorSample(name, version);
    return value === undefined ? [] : [[exampleKey(name), { value }] as const];
  });
  return examples.length === 0 ? {} : { examples: Object.fromEntries(examples) };
}

/** The keys of maps in a description are as plain as those of its components. */
function exampleKey(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]/g, "_");
}
