import { type Contract, envelopeOf } from "holdfast/contract";
import type { SubjectRef } from "../model/refs.js";
import { errorsOfMethod } from "./answered-errors.js";
import type { Difference } from "./difference.js";
import { existingAt } from "./existing.js";
import { type Mention, mentionedBy, mentionsOf, resourceOf } from "./reachable.js";

/**
 * What differences touch: their subjects, the methods that answer with them or end in them, and the
 * events that are about them. What everything is written like touches every method.
 */
export function affectedOf(
  differences: readonly Difference[],
  sides: readonly [Contract, Contract],
): readonly SubjectRef[] {
  const touched = new Map<string, SubjectRef>();
  const touch = (subject: SubjectRef): void => {
    touched.set(`${subject.on} ${subject.name}`, subject);
  };
  let everywhere = false;
  const headers = new Set<string>();
  for (const { subject } of differences) {
    if (subject.on === "wire") everywhere = true;
    else if (subject.on === "headers") headers.add(subject.name);
    else touch({ on: subject.on, name: subject.name });
  }
  const resources = namesOf(touched, "resource");
  const errors = namesOf(touched, "error");
  for (const contract of resources.size + errors.size + headers.size > 0 || everywhere
    ? sides
    : []) {
    const holding = holdersOf(contract, resources);
    const wraps = ({ kind }: Mention): boolean => {
      const [item] = kind.parts ?? [];
      const envelope = item && kind.name === "page" ? envelopeOf(contract, item, kind.place) : null;
      return envelope !== null && holding.has(envelope);
    };
    const showing = (all: readonly Mention[]) =>
      all.some((one) => wraps(one) || (embeds(one) && holding.has(one.resource)));
    for (const [name, method] of contract.methods) {
      const feels =
        everywhere ||
        showing(mentionsOf(method.returns)) ||
        errorsOfMethod(contract.errors, method).some((error) => errors.has(error)) ||
        method.definition.headers.some((header) => headers.has(header.name));
      if (feels && existingAt(contract, { on: "method", name })) touch({ on: "method", name });
    }
    for (const [name, { definition }] of contract.events) {
      const feels = holding.has(definition.object.name);
      if (feels && existingAt(contract, { on: "event", name })) touch({ on: "event", name });
    }
  }
  return [...touched.values()];
}

/** Keys of resources that are, or show, one of some resources. */
function holdersOf({ resources }: Contract, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const holding = new Set([...resources.keys()].filter((key) => wanted.has(resourceOf(key))));
  let size = -1;
  while (size !== holding.size) {
    size = holding.size;
    for (const [key, resource] of resources) {
      const shows = mentionedBy(resource).some((one) => embeds(one) && holding.has(one.resource));
      if (shows) holding.add(key);
    }
  }
  return holding;
}

/** Whether the resource itself is shown, and not only its id. */
function embeds({ kind }: Mention): boolean {
  return kind.expandable !== true && kind.expandsInto !== undefined
    ? true
    : kind.name === "resource";
}

function namesOf(
  touched: ReadonlyMap<string, SubjectRef>,
  on: SubjectRef["on"],
): ReadonlySet<string> {
  const all = [...touched.values()].filter((subject) => subject.on === on);
  return new Set(all.map(({ name }) => name));
}
