import type { Contract, EventShape } from "../contract/contract.js";
import type { EventMatch, EventNames } from "../definition/kind.js";
import { valuesOf } from "../definition/values-of.js";

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
  const { by: field, types } = name;
  const { type } = definition;
  // Objects with other values keep today's name.
  const values = new Set([...Object.keys(types), ...valuesOf(definition.object, field)]);
  return [...values]
    .filter((value) => fits(types[value] ?? type, filter))
    .map((value) => ({ type, where: { field, value } }));
}

function fits(type: string, filter: string): boolean {
  return filter.endsWith("*") ? type.startsWith(filter.slice(0, -1)) : type === filter;
}
