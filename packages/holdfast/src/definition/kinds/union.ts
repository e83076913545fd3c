import { schemaOf } from "../json-schema.js";
import type { Kind, Reach } from "../kind.js";
import { refuse } from "../reader.js";
import { NoSample, sampleOf } from "../sampler.js";
import { isHash } from "./containers.js";

/** A hash whose fields follow from the value of one of them. */
export function unionKind(by: string, arms: Readonly<Record<string, Kind>>): Kind {
  return {
    name: "union",
    label: `one of ${Object.keys(arms).join(", ")}, by ${by}`,
    parts: Object.values(arms),
    values: Object.fromEntries(Object.entries(arms).map(([name, arm]) => [name, arm.label])),
    schema: (scope) => ({
      anyOf: Object.entries(arms).map(([name, arm]) => ({
        allOf: [{ properties: { [by]: { const: name } }, required: [by] }, schemaOf(arm, scope)],
      })),
    }),
    sample: (sampler) => {
      const name = sampler.choose(Object.keys(arms));
      const arm = arms[name];
      if (!arm) throw new NoSample("the union has no arms");
      return { ...(sampleOf(arm, sampler) as object), [by]: name };
    },
    reader: (compiler) => {
      const readers = new Map(
        Object.entries(arms).map(([name, arm]) => [name, arm.reader?.(compiler.scoped())]),
      );
      return (input, at) => {
        if (!isHash(input)) return refuse(at, "a hash", input);
        const arm = input[by];
        const read = typeof arm === "string" ? readers.get(arm) : undefined;
        if (!read)
          return refuse(at.below(by), `one of ${[...readers.keys()].join(", ")}`, arm ?? null);
        return read(input, at);
      };
    },
    sites: (compiler, reach, expand) =>
      Object.entries(arms).flatMap(([name, arm]) => {
        const ofArm: Reach = (record, call, each) =>
          reach(record, call, (value) => {
            if ((value as Record<string, unknown> | null)?.[by] === name) each(value);
          });
        return arm.sites?.(compiler.scoped(), ofArm, expand) ?? [];
      }),
    renderer: (compiler) => {
      const renders = new Map(
        Object.entries(arms).map(([name, arm]) => [name, arm.renderer?.(compiler.scoped())]),
      );
      return (value, _scope, call, expand) => {
        const arm = (value as Record<string, unknown>)[by];
        return renders.get(String(arm))?.(value, value, call, expand) ?? null;
      };
    },
  };
}
