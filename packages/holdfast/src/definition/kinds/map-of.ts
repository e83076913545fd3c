import { schemaOf } from "../json-schema.js";
import type { Json, Kind, Reach } from "../kind.js";
import { refuse, refuseLimit } from "../reader.js";
import { sampleOf } from "../sampler.js";
import { armsOf, isHash } from "./containers.js";

/** Limits of a map whose values have a type of their own. */
export interface MapOfLimits {
  readonly maxKeys?: number | undefined;
}

/** Values of one type under keys of the caller's choosing. Objects in it are scopes of their own. */
export function mapOfKind(item: Kind, limits: MapOfLimits = {}): Kind {
  const { resource, shape } = item;
  return {
    name: "map_of",
    label: `map of ${item.label}`,
    parts: [item],
    leavesOut: true,
    limits: limits.maxKeys === undefined ? {} : { maxKeys: limits.maxKeys },
    withLimits: (changed) => mapOfKind(item, { ...limits, ...changed } as MapOfLimits),
    ...(shape && { shape }),
    ...(resource !== undefined && { resource }),
    ...armsOf(item, (changed) => mapOfKind(changed, limits)),
    withShape: (changed) => mapOfKind(item.withShape?.(changed) ?? item, limits),
    withResource: (name) => mapOfKind(item.withResource?.(name) ?? item, limits),
    schema: (scope) => ({
      type: "object",
      additionalProperties: schemaOf(item, scope),
      ...(limits.maxKeys !== undefined && { maxProperties: limits.maxKeys }),
    }),
    ...(item.taken && { taken: { type: "object", additionalProperties: item.taken } }),
    sample: (sampler) => {
      const keys = sampler.choose([[], ["order"], ["é ☃", "0"]]).slice(0, limits.maxKeys);
      return Object.fromEntries(keys.map((key) => [key, sampleOf(item, sampler)]));
    },
    reader: (compiler) => {
      const read = item.reader?.(compiler.scoped());
      if (!read) throw new TypeError(`a map of ${item.name} cannot be a param`);
      return (input, at) => {
        // A form whose keys are 0, 1, 2 … reads as a list; here they are the caller's own keys.
        const hash = Array.isArray(input) ? { ...input } : input;
        if (!isHash(hash)) return refuse(at, "a hash", input);
        const entries = Object.entries(hash);
        if (limits.maxKeys !== undefined && entries.length > limits.maxKeys) {
          refuseLimit(at, `must have at most ${limits.maxKeys} keys`);
        }
        return Object.fromEntries(entries.map(([key, value]) => [key, read(value, at.below(key))]));
      };
    },
    renderer: (compiler) => {
      const render = item.renderer?.(compiler.scoped());
      if (!render) return (value) => value as Json;
      const { knows } = item;
      return (value, _scope, call, expand) => {
        const all = Object.entries(value as Readonly<Record<string, unknown>>);
        const known = knows ? all.filter(([, one]) => knows(one)) : all;
        return Object.fromEntries(
          known.map(([key, one]) => [
            key,
            one === null || one === undefined ? null : render(one, one, call, expand),
          ]),
        );
      };
    },
    sites: (compiler, reach, expand) =>
      item.sites?.(compiler.scoped(), eachOf(reach), expand) ?? [],
  };
}

function eachOf(reach: Reach): Reach {
  return (record, call, each) =>
    reach(record, call, (value) => {
      for (const element of Object.values(value ?? {})) {
        if (element !== null && element !== undefined) each(element);
      }
    });
}
