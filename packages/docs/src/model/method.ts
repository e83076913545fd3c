import { envelopeOf, type MethodShape, routeParams } from "holdfast/contract";
import { attributeDocs } from "./attributes.js";
import type { AttributeDoc, MethodDoc } from "./docs.js";
import { expandParam } from "./expand-param.js";
import { expandablePaths } from "./expandable.js";
import { methodErrors } from "./method-errors.js";
import type { SubjectRef } from "./refs.js";
import { rulesOf } from "./rules.js";
import type { Scope } from "./scope.js";
import { inResource, topSpot } from "./spot.js";
import { typeDoc } from "./type.js";

/** A method as a version has it; undefined where it is not there and answers nothing. */
export function methodDoc(method: MethodShape, scope: Scope): MethodDoc | undefined {
  if (!method.exists && method.needs === undefined) return undefined;
  const { definition, verb, path } = method;
  const { contract } = scope;
  const subject: SubjectRef = { on: "method", name: definition.name };
  const expandable = expandablePaths(method.returns, contract);
  const params = [
    ...paramDocs(method, subject, scope),
    ...(expandable.length > 0 ? [expandParam(method, expandable, scope)] : []),
  ];
  const rules = rulesOf(method, scope);
  const has = (gate: string) => scope.has(gate);
  const presets = [...method.presets.values()].flatMap(({ via }) => via);
  const envelope = envelopeDocs(method, subject, scope);
  return {
    subject,
    name: method.name,
    verb,
    path,
    description: scope.prose(definition.description),
    exists: method.exists,
    keys: method.keys,
    status: method.status,
    params,
    expandable,
    rules,
    returns: typeDoc(method.returns, scope),
    ...(envelope && { envelope }),
    headers: definition.headers.flatMap(({ name, description }) => {
      const called = contract.headers.get(name)?.name ?? null;
      return called === null ? [] : [{ name: called, description: scope.prose(description) }];
    }),
    errors: methodErrors(method, { expandable }, scope),
    idempotent: verb !== "GET",
    behaviours: scope.notes(definition.asks.filter(has)),
    gates: scope.notes([...presets, ...scope.gates.ofMethod(definition).filter(has)]),
    life: scope.lives.method(definition.name),
  };
}

/** The params, by where they stand in a request. */
function paramDocs(
  { verb, path, params }: MethodShape,
  subject: SubjectRef,
  scope: Scope,
): readonly AttributeDoc[] {
  const inPath = routeParams(path);
  const rest = verb === "GET" || verb === "DELETE" ? "query" : "body";
  const spot = { ...topSpot(subject, "params", params), place: rest } as const;
  return attributeDocs(params, spot, scope).map((param) =>
    inPath.includes(param.name) && param.path.length === 1
      ? { ...param, place: "path", required: true }
      : param,
  );
}

/** What wraps the page that a method returns. */
function envelopeDocs(
  { returns, definition }: MethodShape,
  subject: SubjectRef,
  scope: Scope,
): readonly AttributeDoc[] | undefined {
  const [item] = returns.parts ?? [];
  if (!item || returns.expandsInto !== "page") return undefined;
  const key = envelopeOf(scope.contract, item, returns.place);
  const shape = key === null ? undefined : scope.contract.resources.get(key)?.shape;
  if (key === null || !shape) return undefined;
  const top = topSpot(subject, "fields", shape, ["returns"]);
  const here = { resource: key, shape, key: `${definition.name}.returns` };
  const spot = { ...inResource(top, "returns", here), path: [], steps: ["returns"], item };
  return attributeDocs(shape, spot, scope);
}
