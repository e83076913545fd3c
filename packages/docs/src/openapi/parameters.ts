import type { Json } from "holdfast";
import {
  type MethodShape,
  type ObjectShape,
  routeParams,
  type ShapeField,
} from "holdfast/contract";
import type { Context } from "./context.js";
import type { JsonObject } from "./document.js";
import { queryStyle } from "./form-style.js";
import { mustBeSent, ofParam } from "./param-object.js";
import type { Schemas } from "./schemas.js";

/** Where a method's params stand. */
export interface Places {
  readonly path: readonly ShapeField[];
  readonly headers: readonly ShapeField[];
  /** In the query, or in the body where the method has one. */
  readonly others: readonly ShapeField[];
  readonly inBody: boolean;
  /** All params together. */
  readonly shape: ObjectShape;
}

/** Verbs whose requests carry their params in a body. */
const WITH_BODY = new Set(["POST", "PUT", "PATCH"]);

/** Where the listed params of a method stand. */
export function placesOf({ verb, path, params }: MethodShape): Places {
  const inPath = routeParams(path);
  const fields = [...params.fields.values()].filter(({ info }) => !info.undocumented);
  const isElsewhere = ({ name, info }: ShapeField) =>
    inPath.includes(name) || info.header !== undefined;
  return {
    path: inPath.flatMap((name) => params.fields.get(name) ?? []),
    headers: fields.filter(({ name, info }) => info.header !== undefined && !inPath.includes(name)),
    others: fields.filter((field) => !isElsewhere(field)),
    inBody: WITH_BODY.has(verb),
    shape: params,
  };
}

/**
 * The params of a method that stand in its path, its query and its headers.
 *
 * @param inPath what the path of the description calls the params of the route, in their order
 * @param example the values of an example, by the caller's names
 */
export function parametersOf(
  places: Places,
  inPath: readonly string[],
  schemas: Schemas,
  example: { readonly [name: string]: Json },
): readonly JsonObject[] {
  const { path, headers, others, inBody, shape } = places;
  return [
    ...path.map((field, index) => ({
      ...parameter(field, shape, "path", schemas, example[field.name]),
      name: inPath[index] ?? field.name,
      required: true,
    })),
    ...(inBody
      ? []
      : others.map((field) => queryParameter(field, shape, schemas, example[field.name]))),
    ...headers.map((field) => ({
      ...parameter(field, shape, "header", schemas, example[field.name]),
      name: field.info.header,
    })),
  ];
}

function queryParameter(
  field: ShapeField,
  shape: ObjectShape,
  schemas: Schemas,
  example: Json | undefined,
): JsonObject {
  const plain = parameter(field, shape, "query", schemas, example);
  return { ...plain, ...queryStyle(field.name, plain.schema as JsonObject) };
}

function parameter(
  field: ShapeField,
  shape: ObjectShape,
  place: "path" | "query" | "header",
  schemas: Schemas,
  example: Json | undefined,
): JsonObject {
  const { description, deprecated, ...schema } = ofParam(field, schemas) as JsonObject;
  return {
    name: field.name,
    in: place,
    required: mustBeSent(field, shape),
    ...(description !== undefined && { description }),
    ...(deprecated !== undefined && { deprecated }),
    schema,
    ...(example !== undefined && { example }),
  };
}

/** The parameters that every method takes. */
export function commonParameters({ verb }: MethodShape, context: Context): readonly JsonObject[] {
  const { components, api, version } = context;
  const versionParameter = components.ref("parameters", "version", api.versionHeader, () => ({
    name: api.versionHeader,
    in: "header",
    required: false,
    description:
      "The version to be served at. Without it a request is served at the version that its key or its account is held at.",
    schema: { type: "string" },
    example: version,
  }));
  const key = components.ref("parameters", "idempotency", "Idempotency-Key", () => ({
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description:
      "A text of your own. A request that is sent again with it is carried out once, and has the same answer.",
    schema: { type: "string", minLength: 1, maxLength: 255 },
  }));
  return verb === "GET" ? [versionParameter] : [versionParameter, key];
}
