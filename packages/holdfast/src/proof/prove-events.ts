import { sameJson } from "../compile/diff.js";
import { type EventShape, typesOfEvent } from "../contract/event-shape.js";
import type { EventMatch, Json } from "../definition/kind.js";
import type { ResourceDefinition } from "../definition/resource.js";
import { answer } from "./answer.js";
import type { ContractView } from "./contract-view.js";
import { eventsOf } from "./event-keys.js";
import { once } from "./once.js";
import { checkPrevious } from "./previous-law.js";
import { samplerOf, wireKey } from "./prove-answer.js";
import { armOf, valuesOf } from "./stand-ins.js";
import { valueAt } from "./steps-law.js";
import { Violation } from "./tools.js";
import type { Unit } from "./unit.js";

/** Filters over events find those that are called so, and no others. */
export function eventNamesUnit(view: ContractView, event: EventShape): Unit {
  const { definition } = event;
  const { types, key } = eventsOf(view.contract);
  const found = once(() => {
    const { eventNames } = view.compiled.resources;
    return types.map((type) => {
      const matches = eventNames.matching(type).filter((one) => one.type === definition.type);
      return { type, matches };
    });
  });
  return {
    key: `event names ${definition.type} ${key}`,
    subject: `${definition.type} (event)`,
    rounds: 12,
    searched: false,
    at: (other) => {
      const there = other.contract.events.get(definition.type);
      return there && eventNamesUnit(other, there);
    },
    check(choices) {
      const { eventNames } = view.compiled.resources;
      const record = samplerOf(view, choices, 0).record(definition.object.name);
      const name = eventNames.nameOf(definition.type, record);
      const evidence = { event: definition.type, object: record, name };
      if (name !== null && !typesOfEvent(event).includes(name)) {
        throw new Violation("an event has a name that the contract does not list", evidence);
      }
      for (const { type, matches } of found()) {
        if (matches.some((one) => fits(one, definition.object, record)) === (name === type))
          continue;
        const verb = name === type ? "does not find" : "finds";
        throw new Violation(`a filter ${verb} ${type}`, { ...evidence, matches });
      }
    },
  };
}

/** Whether an object is one of those that a match is about. */
function fits({ where = [] }: EventMatch, of: ResourceDefinition, record: object): boolean {
  const own = of.arms?.get(armOf(record) ?? "") ?? of;
  return where.every(({ field, in: wanted }) => {
    const constant = own.fields[field]?.info.kind.constant;
    return wanted.includes(constant ? constant.value : valueAt(valuesOf(record), field.split(".")));
  });
}

/** What changed about an event's object is told as the contract's policy says, and nothing else. */
export function eventDataUnit(view: ContractView, resource: string): Unit {
  const { wire } = view.contract;
  return {
    key: `event data ${resource} ${wireKey(view)}`,
    subject: `${resource} (what changed)`,
    rounds: 8,
    searched: false,
    at: (other) =>
      other.contract.resources.has(resource) ? eventDataUnit(other, resource) : undefined,
    async check(choices) {
      const sampler = samplerOf(view, choices, 0);
      const value = { resource, before: sampler.record(resource), after: sampler.record(resource) };
      const { json, call } = await answer(view, sampler, {
        value,
        asked: { secret: true, expanded: "no" },
        expand: undefined,
        lenient: true,
        sites: () =>
          [value.before, value.after].map((record) => ({
            resource,
            holds: "records" as const,
            expand: undefined,
            collect: (_root, _call, into) => into.push(record),
          })),
        renderer: ({ resources }) => resources.plain.eventData(),
      });
      const render = view.compiled.resources.render(resource);
      const [before, after] = [value.before, value.after].map((one) =>
        plain(render(one, one, call, undefined)),
      );
      const told = plain(json) as { readonly [key: string]: Json };
      const evidence = { before, after, told };
      if (!sameJson(told.object, after)) {
        throw new Violation("an event's object is not as it is elsewhere", evidence);
      }
      checkPrevious(before, after, told.previous_attributes, wire, evidence);
    },
  };
}

/** A value as it is on the wire, where what is undefined is not there. */
function plain(json: Json): Json {
  return JSON.parse(JSON.stringify(json ?? null)) as Json;
}
