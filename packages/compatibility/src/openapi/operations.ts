import { isList, type Json, type JsonObject, member } from "../schema/json.js";
import type { OpenApiDocument, Part } from "./document.js";
import { escaped } from "./load.js";
import { type Server, serversOf } from "./servers.js";

/** One operation of a description: with what its path and the description say of all of theirs. */
export interface Operation {
  readonly document: OpenApiDocument;
  readonly verb: string;
  /** The path as it is written; "" for a webhook. */
  readonly path: string;
  readonly label: string;
  readonly part: Part;
  readonly parameters: readonly Parameter[];
  readonly servers: readonly Server[];
  /** Alternatives of requirements; undefined where nothing is said. */
  readonly security: Json | undefined;
}

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly place: string;
  /** The same in both versions for the same parameter: path parameters go by where they stand. */
  readonly key: string;
  readonly required: boolean;
  readonly part: Part;
}

const verbs = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
/** Headers that OpenAPI leaves to other parts of a description. */
const elsewhere = new Set(["accept", "content-type", "authorization"]);

const known = new WeakMap<OpenApiDocument, readonly Operation[]>();

/** The operations that callers call. */
export function operationsOf(document: OpenApiDocument): readonly Operation[] {
  let operations = known.get(document);
  if (!operations) {
    operations = readOperations(document);
    known.set(document, operations);
  }
  return operations;
}

function readOperations(document: OpenApiDocument): readonly Operation[] {
  return document
    .own(document.child(document.top, "paths"))
    .flatMap(([path, item]) => operationsAt(document, path, item, (verb) => `${verb} ${path}`));
}

/** The operations of a path item; the label is made of the method's name. */
export function operationsAt(
  document: OpenApiDocument,
  path: string,
  item: Part,
  label: (verb: string) => string,
): readonly Operation[] {
  return verbs
    .filter((verb) => member(item.value, verb) !== undefined)
    .map((verb) => {
      const part = document.child(item, verb);
      return {
        document,
        verb: verb.toUpperCase(),
        path,
        label: label(verb.toUpperCase()),
        part,
        parameters: parametersOf(document, path, item, part),
        servers: serversOf(document, [part, item, document.top]),
        security: member(part.value, "security") ?? member(document.root, "security"),
      };
    });
}

function parametersOf(
  document: OpenApiDocument,
  path: string,
  item: Part,
  operation: Part,
): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const part of [
    ...document.items(item, "parameters"),
    ...document.items(operation, "parameters"),
  ]) {
    const parameter = parameterOf(document, path, part);
    if (parameter) found.set(parameter.key, parameter);
  }
  return [...found.values()];
}

function parameterOf(document: OpenApiDocument, path: string, part: Part): Parameter | undefined {
  const name = textOf(document, part, "name");
  const place = textOf(document, part, "in");
  if (place === "header" && elsewhere.has(name.toLowerCase())) return undefined;
  const required = place === "path" || member(part.value, "required") === true;
  return { name, place, key: keyOf(path, place, name), required, part };
}

function keyOf(path: string, place: string, name: string): string {
  if (place === "header") return `header ${name.toLowerCase()}`;
  const at = place === "path" ? namesIn(path).indexOf(name) : -1;
  return at === -1 ? `${place} ${name}` : `path {${at}}`;
}

/** The names of a path's parameters, in their order. */
export function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
}

/** A path without the names of its parameters: equal for paths that are served alike. */
export function templateOf(path: string): string {
  return path.replace(/\{[^}]*\}/g, "{}");
}

function textOf(document: OpenApiDocument, { value, pointer }: Part, name: string): string {
  const text = member(value, name);
  if (typeof text !== "string")
    document.fail(pointer, `A parameter has its ${name}, which is a string.`);
  return text;
}

/** The operations that the API calls without having been asked. */
export function webhooksOf(document: OpenApiDocument): readonly Operation[] {
  return document
    .entries(document.child(document.top, "webhooks"))
    .flatMap(([name, item]) => operationsAt(document, name, item, () => `webhook ${name}`));
}

/** The calls back that an operation promises, each with its name and expression. */
export function callbacksOf({ document, part, label }: Operation): readonly Operation[] {
  return document
    .entries(document.child(part, "callbacks"))
    .flatMap(([name, callback]) =>
      document
        .own(callback)
        .flatMap(([expression, item]) =>
          operationsAt(
            document,
            `${name} ${expression}`,
            item,
            () => `${label} → callback ${name}`,
          ),
        ),
    );
}

/** The path of a part below another one. */
export function under({ pointer }: Part, ...names: readonly string[]): string {
  return [pointer, ...names.map(escaped)].join("/");
}

/** The texts of a list. */
export function textsOf(object: JsonObject, name: string): readonly string[] {
  const list = member(object, name);
  return isList(list) ? list.filter((one) => typeof one === "string") : [];
}
