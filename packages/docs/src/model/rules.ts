import { validationErrors } from "holdfast";
import { groupsMade, type MethodShape } from "holdfast/contract";
import { codes } from "../text/code.js";
import type { RuleDoc } from "./docs.js";
import { answeredError } from "./error.js";
import type { Scope } from "./scope.js";

/** The rules over several params that a version makes, in its order. */
export function rulesOf(method: MethodShape, scope: Scope): readonly RuleDoc[] {
  const { definition, lifted, order } = method;
  const rank = ({ name }: { readonly name: string | undefined }) =>
    name === undefined ? -1 : order.indexOf(name);
  const error = (name: string): RuleDoc["error"] => {
    const answered = answeredError(name, method, scope);
    return answered && { on: "error", name: answered.definition.name };
  };
  const group = (
    sort: "oneRequired" | "onlyOne",
    says: (names: string, count: number) => string,
    raised: string,
  ) =>
    groupsMade(method, sort).flatMap(({ name, params }) => {
      const known = callersNames(method, params);
      if (known.length < (sort === "onlyOne" ? 2 : 1)) return [];
      return [
        {
          name,
          description: says(codes(known, sort === "onlyOne" ? "and" : "or"), known.length),
          error: error(raised),
        },
      ];
    });
  const checks = Object.entries(definition.checks)
    .filter(([name]) => !lifted.includes(name))
    .map(([name, { description, raises }]) => ({
      name,
      description: scope.prose(description),
      error: error((raises ?? validationErrors.checkFailed).name),
    }));
  return [
    ...group("oneRequired", oneRequired, validationErrors.paramsNeeded.name),
    ...group("onlyOne", onlyOne, validationErrors.paramsConflict.name),
    ...checks,
  ]
    .sort((one, other) => rank(one) - rank(other))
    .map(({ description, error: raised }) => ({ description, error: raised }));
}

function oneRequired(names: string, count: number): string {
  return count === 1 ? `${names} is required.` : `At least one of ${names} is required.`;
}

function onlyOne(names: string): string {
  return `Only one of ${names} may be given.`;
}

/** How callers call params of head; those that they cannot say have no name. */
function callersNames({ params }: MethodShape, head: readonly string[]): readonly string[] {
  return head.flatMap((name) => {
    const found = [...params.fields.values()].find(({ target, parts }) =>
      parts ? parts.some((part) => part.target[0] === name) : target[0] === name,
    );
    return found ? [found.name] : [];
  });
}
