import type { Contract } from "../contract/contract.js";
import type { EventName, EventShape } from "../contract/event-shape.js";
import { holdsFor } from "../contract/guards.js";
import type { EventMatch, EventNames, RenderCall } from "../definition/kind.js";
import type { ResourceDefinition } from "../definition/resource.js";
import { asWhere, type Conditions, divide } from "./event-guards.js";
import { type Access, compileExpr } from "./expr.js";

/** How the records that events are about are read. */
export interface ObjectReading {
  access(resource: string): Access;
  armOf(union: ResourceDefinition, record: unknown): string;
}

/** Names and forms hang on what a record itself holds: nothing is loaded for them. */
export const nothingLoaded: RenderCall = {
  secret: true,
  loaded: () => undefined,
  batched: () => undefined,
};

/** The names of events at a contract, in both directions. */
export function eventNames(contract: Contract, reading: ObjectReading): EventNames {
  const events = [...contract.events.values()];
  const hidesSome = events.some(({ names }) => names.some(({ type }) => type === null));
  const matching = (filter: string) =>
    events.flatMap((event) => matches(event, (type) => fits(type, filter)));
  return {
    nameOf(type, object) {
      const event = contract.events.get(type);
      return event ? nameFor(event, object, reading) : type;
    },
    matching,
    visible: hidesSome ? matching("*") : undefined,
  };
}

function nameFor(
  { definition, names }: EventShape,
  object: unknown,
  reading: ObjectReading,
): string | null {
  const holds = ({ when }: EventName): boolean => {
    if (!when) return true;
    const { arms } = definition.object;
    const arm = arms?.get(arms ? reading.armOf(definition.object, object) : "");
    const { name } = arm ?? definition.object;
    const shown = when.values.get(name);
    if (!shown || object === null || object === undefined) return false;
    return holdsFor(when, compileExpr(shown, reading.access(name))(object, nothingLoaded));
  };
  return names.find(holds)?.type ?? null;
}

/** The objects for which the event's name fits, as conditions on head's fields. */
function matches({ definition, names }: EventShape, fits: (type: string) => boolean): EventMatch[] {
  const found: EventMatch[] = [];
  let left: Conditions | undefined = new Map();
  for (const { type, when } of names) {
    if (!left) break;
    const { holds, others }: ReturnType<typeof divide> = when
      ? divide(left, when, definition.object)
      : { holds: left, others: undefined };
    if (holds && type !== null && fits(type)) {
      const where = asWhere(holds);
      found.push({ type: definition.type, ...(where.length > 0 && { where }) });
    }
    left = others;
  }
  return found;
}

function fits(type: string, filter: string): boolean {
  return filter.endsWith("*") ? type.startsWith(filter.slice(0, -1)) : type === filter;
}
