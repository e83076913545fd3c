import type { Api } from "holdfast";
import type { Contract, WirePolicy } from "holdfast/contract";
import { calledAt } from "../changelog/called.js";
import type { DifferenceSubject } from "../compare/difference.js";
import { existingAt } from "../compare/existing.js";
import { resourceOf } from "../compare/reachable.js";
import type { SubjectRef } from "../model/refs.js";
import { embeddedIn } from "./embedded.js";
import { errorsOfMethod } from "./method-errors.js";

/** What a guide is limited to. */
export interface Limits {
  readonly only: readonly SubjectRef[];
  readonly unknown: readonly string[];
  /** Whether a difference in something is told. */
  includes(subject: DifferenceSubject): boolean;
}

/**
 * Reads what a guide should be limited to: names of methods, resources, events and errors, as they
 * are today or at either version. A method brings along what stands in its answers, and the
 * errors that it may end in.
 */
export function limitsOf(
  { definitions }: Api,
  sides: readonly [Contract, Contract],
  names: readonly string[],
): Limits {
  const all: readonly SubjectRef[] = [
    ...definitions.methods.map(({ name }) => ({ on: "method" as const, name })),
    ...definitions.resources.map(({ name }) => ({ on: "resource" as const, name })),
    ...definitions.events.map(({ type }) => ({ on: "event" as const, name: type })),
    ...definitions.errors.map(({ name }) => ({ on: "error" as const, name })),
  ];
  const found = names.map((name) => ({ name, subject: find(all, sides, name) }));
  const only = found.flatMap(({ subject }) => subject ?? []);
  const unknown = found.flatMap(({ name, subject }) => (subject ? [] : [name]));
  const included = new Set(only.map(keyOf));
  const errors = new Set<string>();
  for (const { on, name } of only) {
    if (on !== "method") continue;
    for (const contract of sides) {
      for (const resource of shownBy(contract, name))
        included.add(keyOf({ on: "resource", name: resource }));
      for (const error of errorsOfMethod(contract, name)) errors.add(error);
    }
  }
  const isLimited = names.length > 0;
  const seesEvents = only.some(({ on }) => on === "event");
  return {
    only,
    unknown,
    includes: (subject) =>
      !isLimited ||
      // Where nothing is known that it should be about, it is about nothing.
      (only.length > 0 &&
        ((subject.on === "wire" && (seesEvents || !OF_EVENTS.has(subject.name))) ||
          subject.on === "headers")) ||
      (subject.on === "error" && errors.has(subject.name)) ||
      included.has(keyOf({ ...subject, name: resourceOf(subject.name) })),
  };
}

/** What is written otherwise in events only. */
const OF_EVENTS: ReadonlySet<string> = new Set<keyof WirePolicy>(["diffHashes", "diffLists"]);

function find(
  all: readonly SubjectRef[],
  sides: readonly [Contract, Contract],
  name: string,
): SubjectRef | undefined {
  const found =
    all.find((one) => one.name === name) ??
    all.find((one) => sides.some((contract) => calledAt(contract, one) === name));
  // What only other versions have, neither of the two knows.
  const isKnown =
    found && (found.on === "error" || sides.some((contract) => existingAt(contract, found)));
  return isKnown ? found : undefined;
}

function keyOf({ on, name }: DifferenceSubject): string {
  return `${on} ${name}`;
}

/** The resources that a method's answers hold, however deep. */
function shownBy(contract: Contract, method: string): readonly string[] {
  const returns = contract.methods.get(method)?.returns;
  return returns ? [...embeddedIn(contract, returns)].map(resourceOf) : [];
}
