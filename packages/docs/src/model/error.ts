import { type ErrorShape, errorAtMethod, type MethodShape } from "holdfast/contract";
import { escapeMarkdown } from "../text/code.js";
import { attributeDocs } from "./attributes.js";
import type { ErrorDoc } from "./docs.js";
import type { SubjectRef } from "./refs.js";
import type { Scope } from "./scope.js";
import { topSpot } from "./spot.js";

const known = new WeakMap<Scope, Map<ErrorShape, ErrorDoc>>();

/** An error as a version answers it, or as one method does; methods share what they answer alike. */
export function errorDoc(error: ErrorShape, scope: Scope, method?: string): ErrorDoc {
  const docs = known.get(scope) ?? new Map<ErrorShape, ErrorDoc>();
  known.set(scope, docs);
  const made = docs.get(error) ?? makeDoc(error, scope, method);
  docs.set(error, made);
  return made;
}

function makeDoc(
  { definition, status, shape }: ErrorShape,
  scope: Scope,
  method?: string,
): ErrorDoc {
  const subject: SubjectRef = { on: "error", name: definition.name };
  const constant = (name: string): unknown => shape.fields.get(name)?.info.kind.constant?.value;
  const code = constant("code") ?? null;
  return {
    subject,
    name: definition.name,
    status,
    type: String(constant("type") ?? definition.type),
    code: code === null ? null : String(code),
    description: scope.prose(definition.description),
    message: escapeMarkdown(definition.message),
    attributes: attributeDocs(shape, topSpot(subject, "fields", shape), scope),
    gates: scope.notes([
      ...[...shape.fields.values()].flatMap(({ via }) => via),
      ...scope.gates.ofError(definition.name, method).filter((gate) => scope.has(gate)),
    ]),
    life: scope.lives.error(definition.name),
  };
}

/**
 * The error that callers of a version get for one that is raised: as the method answers it, and
 * the other one where it is told as that.
 */
export function answeredError(
  name: string,
  method: MethodShape | undefined,
  { contract }: Scope,
): ErrorShape | undefined {
  const places = method ? [method.definition.name, method.definition.dispatch?.to] : [];
  const find = (error: string): ErrorShape | undefined => {
    for (const place of places) {
      const here =
        place === undefined ? undefined : contract.errors.get(errorAtMethod(error, place));
      if (here) return here;
    }
    return contract.errors.get(error);
  };
  const shape = find(name);
  return shape?.answersAs ? find(shape.answersAs.error) : shape;
}
