import { type Contract, errorAtMethod, type MethodShape } from "holdfast/contract";
import { resourceOf } from "./reachable.js";

type Errors = Contract["errors"];

const answered = new WeakMap<Contract, ReadonlySet<string>>();
const byErrors = new WeakMap<Errors, WeakMap<MethodShape, readonly string[]>>();
const raised = new WeakMap<MethodShape, readonly string[]>();

/**
 * The errors that callers of a contract may be answered: those that a method may end in, and those
 * that no method names, because every one may.
 */
export function errorsAnswered(contract: Contract): ReadonlySet<string> {
  const known = answered.get(contract);
  if (known) return known;
  const { errors, methods } = contract;
  const reached = new Set<string>();
  const named = new Set<string>();
  for (const method of methods.values()) {
    for (const name of raisedBy(method)) named.add(name);
    if (method.exists) for (const name of errorsOfMethod(errors, method)) reached.add(name);
  }
  // What only stands for others is answered where they are.
  for (const { answersAs } of errors.values()) if (answersAs) named.add(answersAs.error);
  for (const [name, { answersAs }] of errors) {
    if (!name.includes("@") && !named.has(name)) reached.add(answersAs?.error ?? name);
  }
  answered.set(contract, reached);
  return reached;
}

/** The errors that a method may end in, as its callers are answered them. */
export function errorsOfMethod(errors: Errors, method: MethodShape): readonly string[] {
  const known = byErrors.get(errors) ?? new WeakMap<MethodShape, readonly string[]>();
  byErrors.set(errors, known);
  const found =
    known.get(method) ??
    raisedBy(method).map((name) => {
      const own = errors.get(errorAtMethod(name, method.definition.name));
      return resourceOf((own ?? errors.get(name))?.answersAs?.error ?? name);
    });
  known.set(method, found);
  return found;
}

function raisedBy(method: MethodShape): readonly string[] {
  const { raises, checks } = method.definition;
  const found = raised.get(method) ?? [
    ...raises.map(({ name }) => name),
    ...Object.values(checks).flatMap((check) => check.raises?.name ?? []),
    ...method.outcomes.flatMap((one) => (one.was === "failure" ? one.error.name : [])),
  ];
  raised.set(method, found);
  return found;
}
