import type { DraftContract } from "../../contract/draft-contract.js";
import type { EventName, EventShape } from "../../contract/event-shape.js";
import type { EventDefinition } from "../../definition/event.js";
import { captureOrigin, type Origin } from "../../definition/location.js";
import { type Change, ChangeProblem, type ChangeScope, type Edits, unfit } from "../change.js";
import { guardOn } from "../guard-on.js";

/** Names that hang on what a field of the event's object shows; null where none was sent. */
export interface NamesByField {
  /** The field, in the names that this version gave it: `object`, `source.type`. */
  readonly by: string;
  /** The field's values, as this version shows them, and what the event was then called. */
  readonly types: Readonly<Record<string, string | null>>;
}

/**
 * An event was called something else: another type, or types that hang on its object, of which
 * some may not have been sent at all. Objects that nothing is said of keep the name that they have.
 * Filters follow: an old type finds what it found.
 *
 * @example
 * eventWas(transferReversed, "transfer.canceled")
 * eventWas(customerSourceCreated, { by: "object", types: { card: "customer.card.created" } })
 */
export function eventWas(of: EventDefinition, name: string | NamesByField): Change {
  if (typeof name === "string") {
    return eventChange(of, captureOrigin(eventWas), (event, scope) => {
      if (event.names.every(({ type }) => type === null)) unfit("it is not sent now");
      return called(of, scope, name);
    });
  }
  return eventChange(of, captureOrigin(eventWas), (_event, scope) => calledBy(of, scope, name));
}

/**
 * An event is sent now and was not. Lists of events at older versions pass over it before they are
 * cut into pages, and count without it.
 *
 * @example
 * eventAdded(balanceAvailable)
 */
export function eventAdded(of: EventDefinition): Change {
  return eventChange(of, captureOrigin(eventAdded), (event, scope) => {
    if (event.names.every(({ type }) => type === null)) unfit("it is not sent now");
    return called(of, scope, null);
  });
}

/**
 * An event is no longer sent; its definition is marked `until` the gate. Older versions still are
 * told of it.
 *
 * @example
 * eventRemoved(invoiceForwarded)
 */
export function eventRemoved(of: EventDefinition): Change {
  return {
    ...eventChange(of, captureOrigin(eventRemoved), (_event, scope) => {
      const { gate } = scope;
      if (of.until !== gate) unfit(`the definition must have until: "${gate}"`);
      return called(of, scope, of.type);
    }),
    kind: "event_removed",
  };
}

function eventChange(
  of: EventDefinition,
  origin: Origin,
  resolve: (event: EventShape, scope: ChangeScope) => Edits,
): Change {
  return {
    kind: "event",
    subject: of.type,
    origin,
    resolve(scope) {
      const event = scope.draft.event(of.type);
      if (!event) throw new ChangeProblem("unknown_subject", {});
      for (const other of event.via) if (other !== scope.gate) scope.dependencies.add(other);
      return resolve(event, scope);
    },
  };
}

/** All of its objects go by one name. */
function called(of: EventDefinition, { draft, gate, claim }: ChangeScope, type: string | null) {
  claim(of, "name");
  return { edit: () => rename(draft, of, gate, () => [{ type, when: undefined }]) };
}

/** Some of its objects go by names of their own, whatever else the version says of the others. */
function calledBy(of: EventDefinition, { draft, gate, claim }: ChangeScope, name: NamesByField) {
  const names = Object.entries(name.types).map(([is, type]): EventName => {
    claim(of, `name where ${name.by} is ${is}`);
    return { type, when: guardOn(of.object, draft, name.by, is) };
  });
  return { place: () => rename(draft, of, gate, (newer) => [...names, ...newer]) };
}

function rename(
  draft: DraftContract,
  of: EventDefinition,
  gate: string,
  older: (newer: readonly EventName[]) => readonly EventName[],
): void {
  const event = draft.event(of.type);
  if (!event) return;
  draft.changeEvent(of.type, {
    ...event,
    names: older(event.names),
    via: [...new Set([...event.via, gate])],
  });
}
