import {
  type Contract,
  type ErrorShape,
  type EventShape,
  type MethodShape,
  type ObjectShape,
  type ResourceShape,
  typesOfEvent,
} from "holdfast/contract";
import type { SubjectRef } from "../model/refs.js";
import { errorsAnswered } from "./answered-errors.js";
import { isSent, reachableResources, resourceOf } from "./reachable.js";

/** A subject as one contract has it, for the callers who have it. */
export type Existing = MethodShape | ResourceShape | EventShape | ErrorShape;

/**
 * A subject at a contract; undefined where callers have nothing of it. The key of a place, or of a
 * form, that the contract does not tell apart is that of the resource.
 */
export function existingAt(contract: Contract, { on, name }: SubjectRef): Existing | undefined {
  switch (on) {
    case "method": {
      const method = contract.methods.get(name);
      return method?.exists ? method : undefined;
    }
    case "resource": {
      const base = resourceOf(name);
      if (!reachableResources(contract).has(base)) return undefined;
      return contract.resources.get(name) ?? contract.resources.get(base);
    }
    case "event": {
      const event = contract.events.get(name);
      return event && isSent(event) ? event : undefined;
    }
    case "error": {
      const base = resourceOf(name);
      if (!errorsAnswered(contract).has(base)) return undefined;
      return contract.errors.get(name) ?? contract.errors.get(base);
    }
  }
}

/** What callers call a subject. */
export function namesOf(found: Existing): readonly string[] {
  if ("exists" in found) return [found.name];
  if ("names" in found) return typesOfEvent(found);
  if ("status" in found) return [found.definition.name];
  const forms = (found.forms ?? []).map(({ name }) => name);
  return [...new Set([found.name ?? found.definition.name, ...forms])];
}

/** What callers of a contract call a subject; nothing where they have nothing of it. */
export function namesAt(contract: Contract, subject: SubjectRef): readonly string[] {
  const found = existingAt(contract, subject);
  return found ? namesOf(found) : [];
}

/** A method's params, a resource's fields or an error's body; an event has no shape of its own. */
export function shapeOf(found: Existing): ObjectShape | undefined {
  if ("params" in found) return found.params;
  return "shape" in found ? found.shape : undefined;
}

/** The shape of a subject at a contract; undefined where callers have nothing of it. */
export function shapeAt(contract: Contract, subject: SubjectRef): ObjectShape | undefined {
  const found = existingAt(contract, subject);
  return found && shapeOf(found);
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
