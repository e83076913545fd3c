import type { EventDefinition } from "../definition/event.js";
import type { Guard } from "./guards.js";

/** A name of an event; null where it is not sent. */
export interface EventName {
  readonly type: string | null;
  /** The objects that it is for; without a guard, all that no name before it is for. */
  readonly when: Guard | undefined;
}

/** An event as one contract has it. */
export interface EventShape {
  readonly definition: EventDefinition;
  /** The first whose guard holds is the event's name; the last has no guard. */
  readonly names: readonly EventName[];
  /** Gates whose changes made it what it is. */
  readonly via: readonly string[];
}

/** An event as it is today. */
export function newestEvent(definition: EventDefinition): EventShape {
  const type = definition.until === undefined ? definition.type : null;
  return { definition, names: [{ type, when: undefined }], via: [] };
}

/** Every type under which callers at a contract may see an event; none where it is never sent. */
export function typesOfEvent({ names }: EventShape): readonly string[] {
  return [...new Set(names.flatMap(({ type }) => type ?? []))];
}
