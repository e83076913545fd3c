import { type EventName, type EventShape, typesOfEvent } from "holdfast/contract";
import { code } from "../text/code.js";
import type { EventDoc, Prose } from "./docs.js";
import type { Scope } from "./scope.js";

/** An event as a version has it; undefined where it is never sent. */
export function eventDoc(event: EventShape, scope: Scope): EventDoc | undefined {
  if (typesOfEvent(event).length === 0) return undefined;
  const { definition, names, via } = event;
  return {
    subject: { on: "event", name: definition.type },
    types: names.flatMap((one, index) =>
      one.type === null ? [] : [{ type: one.type, when: whenIs(one, names.slice(0, index)) }],
    ),
    description: scope.prose(definition.description),
    resource: { on: "resource", name: definition.object.name },
    gates: scope.notes(via),
    life: scope.lives.event(definition.type),
  };
}

/** For which objects an event has a name: the first name whose guard holds is it. */
function whenIs({ when }: EventName, before: readonly EventName[]): Prose | undefined {
  if (when) return `where the object's ${code(when.by)} is ${code(when.is)}`;
  const others = before.flatMap((one) => one.when ?? []);
  return others.length === 0 ? undefined : `where it is none of those`;
}
