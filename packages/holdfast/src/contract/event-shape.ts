import type { EventDefinition } from "../definition/event.js";
import type { Path } from "../definition/path.js";
import type { Expr } from "../definition/shape.js";

/** Which objects a name is for: those that show `is` in one of their fields. */
export interface EventGuard {
  /** The field, as the version that the guard was said at calls it. */
  readonly by: string;
  /** Where head keeps that field. */
  readonly path: Path;
  /** How the field follows from head, for each resource that the object may be. */
  readonly values: ReadonlyMap<string, Expr>;
  readonly is: unknown;
}

/** A name of an event; null where it is not sent. */
export interface EventName {
  readonly type: string | null;
  /** The objects that it is for; without a guard, all that no name before it is for. */
  readonly when: EventGuard | undefined;
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
