import type { Contract, EventShape } from "../contract/contract.js";
import type { EventMatch, EventNames } from "../definition/kind.js";

/** The names of events at a contract, in both directions. */
export function eventNames(contract: Contract): EventNames {
  return {
    nameOf(type, object) {
      const name = contract.events.get(type)?.name;
      if (!name) return type;
      if ("type" in name) return name.type;
      const value = (object as Readonly<Record<string, unknown>> | null)?.[name.by];
      return name.types[String(value)] ?? type;
    },
    matching: (filter) => [...contract.events.values()].flatMap((event) => matches(event, filter)),
  };
}

function matches({ definition, name }: EventShape, filter: string): EventMatch[] {
  if (!name) return [];
  if ("type" in name) return fits(name.type, filter) ? [{ type: definition.type }] : [];
  return Object.entries(name.types)
    .filter(([, type]) => fits(type, filter))
    .map(([value]) => ({ type: definition.type, where: { field: name.by, value } }));
}

function fits(type: string, filter: string): boolean {
  return filter.endsWith("*") ? type.startsWith(filter.slice(0, -1)) : type === filter;
}
