import type { Contract } from "../contract/contract.js";
import { typesOfEvent } from "../contract/event-shape.js";

/** The events of a contract, as far as callers see them. */
export interface KnownEvents {
  /** All types under which something may be sent. */
  readonly types: readonly string[];
  /** The same for contracts whose events are called alike. */
  readonly key: string;
}

const known = new WeakMap<Contract["events"], KnownEvents>();

/** What the events of a contract are called. */
export function eventsOf({ events }: Contract): KnownEvents {
  const found = known.get(events) ?? {
    types: [...new Set([...events.values()].flatMap(typesOfEvent))],
    key: JSON.stringify(
      [...events.values()].map(({ names, via }) => [
        names.map(({ type, when }) => [type, when && [when.by, when.path, when.is]]),
        via,
      ]),
    ),
  };
  known.set(events, found);
  return found;
}
