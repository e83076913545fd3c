import { type OpenApiDocument, openApiOf } from "@holdfast/docs";
import type { Api, Kind } from "holdfast";
import type { Contract, FieldInfo, ObjectShape } from "holdfast/contract";
import { describe, expect, test } from "vitest";
import { invalid, lint, missing } from "../../../judges/index.js";
import { generatedApi } from "./index.js";

type Info = Pick<FieldInfo, "undocumented" | "kind">;
type Schema = Readonly<Record<string, unknown>>;

const apis = [1, 2, 3].map((seed) => ({
  seed,
  api: generatedApi({ methods: 40, versions: 12, seed }),
}));

describe.each(apis)("descriptions of a made-up API, seed $seed", ({ api }) => {
  const versions = api.timeline.versions.map(({ name }) => name);

  test("two validators find nothing wrong with them, and a linter no errors", async (context) => {
    const why = missing();
    if (why !== undefined) context.skip(why);
    for (const version of [versions[0], versions[5], versions.at(-1)]) {
      const document = openApiOf(api, version ?? "");
      const found = await invalid(document);
      expect(found, version).toEqual({ "openapi-schema-validator": [], "openapi-parser": [] });
      if (version !== versions[0]) continue;
      const errors = (await lint(document)).filter(({ severity }) => severity === "error");
      expect(errors).toEqual([]);
    }
  }, 120_000);

  test("they have every param of every method, and no other", () => {
    for (const version of versions) {
      const document = openApiOf(api, version);
      const contract = api.timeline.at(version);
      if (!contract) throw new RangeError(version);
      expect([...paramsTold(document)].sort(), version).toEqual([...paramsOf(contract)].sort());
    }
  });

  test("they have every field of every resource that they show, and no other", () => {
    for (const version of versions) {
      const { schemas = {} } = openApiOf(api, version).components;
      const resources = api.timeline.at(version)?.resources.values() ?? [];
      for (const { definition, name = definition.name, shape, place } of resources) {
        const schema = schemas[name] as Schema | undefined;
        if (place || !schema?.properties) continue;
        const told = Object.keys(schema.properties);
        expect(told, `${version} ${name}`).toEqual(
          [...shape.fields.values()].flatMap((field) =>
            isSeen(field.info, api, version) ? field.name : [],
          ),
        );
      }
    }
  });
});

/** What is always null is never there where nulls are left out. */
function isSeen({ undocumented, kind }: Info, { timeline }: Api, version: string): boolean {
  const omits = timeline.at(version)?.wire.nulls === "omitted";
  return !undocumented && !(omits && kind.constant?.value === null);
}

/** Every param of a contract: `charges.create card.number`. */
function* paramsOf({ methods }: Contract): Generator<string> {
  for (const { exists, name, params } of methods.values()) {
    if (exists) yield* inShape(params, `${name} `);
  }
}

function* inShape({ fields }: ObjectShape, prefix: string): Generator<string> {
  for (const { name, info } of fields.values()) {
    if (info.undocumented) continue;
    yield prefix + name;
    yield* inKind(info.kind, `${prefix}${name}.`);
  }
}

function* inKind({ shape, arms, parts = [] }: Kind, prefix: string): Generator<string> {
  if (arms) for (const { called, kind } of arms) if (called !== null) yield* inKind(kind, prefix);
  if (arms) return;
  if (shape) yield* inShape(shape, prefix);
  else for (const part of parts) yield* inKind(part, prefix);
}

/** Every param that a description tells of. */
function* paramsTold({ paths, components }: OpenApiDocument): Generator<string> {
  for (const item of Object.values(paths)) {
    for (const operation of Object.values(item) as unknown as readonly Operation[]) {
      const { operationId, parameters, requestBody } = operation;
      for (const { name, schema } of parameters) {
        if (name === undefined || name === "expand[]") continue;
        const plain = name.replace(/\[\]$/, "");
        yield `${operationId} ${plain}`;
        yield* inSchema(schema, `${operationId} ${plain}.`);
      }
      const body = requestBody?.content["application/json"]?.schema.$ref;
      const schema = components.schemas?.[body?.split("/").at(-1) ?? ""] as Schema | undefined;
      for (const told of inSchema(schema, `${operationId} `)) {
        if (!told.endsWith(" expand")) yield told;
      }
    }
  }
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name?: string; readonly schema?: Schema }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
  };
}

function* inSchema(schema: Schema | undefined, prefix: string): Generator<string> {
  if (!schema) return;
  const { properties = {}, items, additionalProperties, anyOf, oneOf } = schema;
  for (const [name, inner] of Object.entries(properties as Schema)) {
    yield prefix + name;
    yield* inSchema(inner as Schema, `${prefix}${name}.`);
  }
  const parts = [items, additionalProperties, ...((anyOf ?? oneOf ?? []) as readonly Schema[])];
  for (const part of parts) if (typeof part === "object") yield* inSchema(part as Schema, prefix);
}
