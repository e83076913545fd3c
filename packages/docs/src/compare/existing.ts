import {
  type Contract,
  errorAtMethod,
  type MethodShape,
  type ObjectShape,
  typesOfEvent,
} from "holdfast/contract";
import type { SubjectRef } from "../model/refs.js";
import { reachableResources, resourceOf } from "./reachable.js";

const answered = new WeakMap<Contract, ReadonlySet<string>>();

/** What callers of a contract call a subject; nothing where it is not there for them. */
export function namesAt(contract: Contract, { on, name }: SubjectRef): readonly string[] {
  switch (on) {
    case "method": {
      const method = contract.methods.get(name);
      return method?.exists ? [method.name] : [];
    }
    case "resource": {
      const resource = contract.resources.get(name) ?? contract.resources.get(resourceOf(name));
      if (!resource || !reachableResources(contract).has(resourceOf(name))) return [];
      const forms = (resource.forms ?? []).map((form) => form.name);
      return [...new Set([resource.name ?? resource.definition.name, ...forms])];
    }
    case "event": {
      const event = contract.events.get(name);
      return event ? typesOfEvent(event) : [];
    }
    case "error":
      return errorsAnswered(contract).has(resourceOf(name)) ? [name] : [];
  }
}

/** A method's params, a resource's fields or an error's body; undefined where it is not there. */
export function shapeAt(contract: Contract, subject: SubjectRef): ObjectShape | undefined {
  if (namesAt(contract, subject).length === 0) return undefined;
  const { on, name } = subject;
  if (on === "method") return contract.methods.get(name)?.params;
  if (on === "event") return undefined;
  const all = on === "resource" ? contract.resources : contract.errors;
  return (all.get(name) ?? all.get(resourceOf(name)))?.shape;
}

/** Every subject of a contract, there or not; places, forms and what single methods answer aside. */
export function subjectsOf(contract: Contract): readonly SubjectRef[] {
  const named = (on: SubjectRef["on"], names: Iterable<string>): SubjectRef[] =>
    [...names].filter((name) => !name.includes("@")).map((name) => ({ on, name }));
  return [
    ...named("method", contract.methods.keys()),
    ...named("resource", contract.resources.keys()),
    ...[...contract.events.keys()].map((name): SubjectRef => ({ on: "event", name })),
    ...named("error", contract.errors.keys()),
  ];
}

/**
 * The errors that callers of a contract may be answered: those that a method may end in, and those
 * that no method names, because every one may.
 */
export function errorsAnswered(contract: Contract): ReadonlySet<string> {
  const known = answered.get(contract);
  if (known) return known;
  const all = [...contract.methods.values()];
  const named = new Set(all.flatMap(raisedBy));
  const reached = new Set(
    all.filter(({ exists }) => exists).flatMap((method) => errorsOfMethod(contract, method)),
  );
  const everywhere = [...contract.errors]
    .filter(([name]) => !name.includes("@") && !named.has(name))
    .map(([name]) => name);
  const stoodFor = new Set(
    [...contract.errors.values()].flatMap(({ answersAs }) => answersAs?.error ?? []),
  );
  for (const name of everywhere) {
    // What only stands for others is answered where they are.
    if (!stoodFor.has(name)) reached.add(contract.errors.get(name)?.answersAs?.error ?? name);
  }
  answered.set(contract, reached);
  return reached;
}

/** The errors that a method may end in at a contract, as its callers are answered them. */
export function errorsOfMethod(contract: Contract, method: MethodShape): readonly string[] {
  const { definition } = method;
  return raisedBy(method).map((name) => {
    const own = contract.errors.get(errorAtMethod(name, definition.name));
    return resourceOf((own ?? contract.errors.get(name))?.answersAs?.error ?? name);
  });
}

function raisedBy({ definition, outcomes }: MethodShape): readonly string[] {
  const { raises, checks } = definition;
  return [
    ...raises.map(({ name }) => name),
    ...Object.values(checks).flatMap((check) => check.raises?.name ?? []),
    ...outcomes.flatMap((one) => (one.was === "failure" ? one.error.name : [])),
  ];
}
