import { type ErrorDefinition, frameworkErrors } from "holdfast";
import { type ErrorShape, errorAtMethod, type MethodShape } from "holdfast/contract";
import type { ErrorDoc, MethodDoc } from "./docs.js";
import { answeredError, errorDoc } from "./error.js";
import { possibleErrors } from "./possible-errors.js";
import type { Scope } from "./scope.js";

const FRAMEWORK: ReadonlySet<ErrorDefinition> = new Set<ErrorDefinition>(frameworkErrors);

/** The errors that callers of a version may get from a method: its own, then those of any method. */
export function methodErrors(
  method: MethodShape,
  { expandable }: Pick<MethodDoc, "expandable">,
  scope: Scope,
): readonly ErrorDoc[] {
  const retirement = scope.api.timeline.find(scope.version.name)?.retirement;
  const { own, request, general } = possibleErrors(method, scope.contract, {
    expands: expandable.length > 0,
    retires: retirement?.sunset != null && retirement.after === "error",
  });
  const found = new Map<ErrorShape, boolean>();
  const add = (all: Iterable<ErrorDefinition>, isGeneral: boolean) => {
    for (const { name } of all) {
      const answered = answeredError(name, method, scope);
      if (answered && !found.has(answered)) found.set(answered, isGeneral);
    }
  };
  add(
    own.filter((one) => !FRAMEWORK.has(one)),
    false,
  );
  add(
    own.filter((one) => FRAMEWORK.has(one)),
    false,
  );
  add(request, false);
  add(general, true);
  return [...found].map(([shape, isGeneral]) => ({
    ...errorDoc(shape, scope, isOwn(shape, method, scope) ? method.definition.name : undefined),
    ...(isGeneral && { general: isGeneral }),
  }));
}

/** Whether the method alone answers the error so. */
function isOwn(shape: ErrorShape, { definition }: MethodShape, { contract }: Scope): boolean {
  return contract.errors.get(errorAtMethod(shape.definition.name, definition.name)) === shape;
}
