import type { JsonSchema } from "../json-schema.js";
import type { Kind } from "../kind.js";
import { refuse } from "../reader.js";

/** What a list is ordered by: a field in head's names, and which way. */
export interface Sort<out N extends string = string> {
  readonly by: N;
  readonly direction: "asc" | "desc";
}

/**
 * A field of a resource to order by, in the caller's names; `-` before it turns the order round.
 * Head's names that the caller's version does not show as they are cannot be asked for there.
 */
export function sortKind(resource: string, names: readonly string[]): Kind {
  return {
    name: "sort",
    label: `field of ${resource} to order by`,
    sortsBy: names,
    sortsIn: resource,
    schema: (scope) => {
      const known = scope.namesOf(resource, names);
      return oneOf([...known.keys()].flatMap((name) => [name, `-${name}`]));
    },
    taken: {
      type: "object",
      properties: { by: oneOf(names), direction: { enum: ["asc", "desc"] } },
      required: ["by", "direction"],
    },
    sample: (sampler) =>
      sampler.choose(["", "-"]) + sampler.choose(sampler.namesOf(resource, names)),
    sent: (compiler) => {
      const known = [...compiler.namesOf(resource, names)];
      return (value) => {
        const [, turned = "", by] = /^(-?)(.*)$/.exec(String(value)) ?? [];
        const name = known.find(([, head]) => head === by)?.[0];
        return name === undefined ? undefined : turned + name;
      };
    },
    reader: (compiler) => {
      const known = compiler.namesOf(resource, names);
      const shown = [...known.keys()].join(", ");
      return (input, at) => {
        const text = typeof input === "string" ? input : "";
        const direction = text.startsWith("-") ? "desc" : "asc";
        const by = known.get(text.replace(/^-/, ""));
        if (by === undefined) return refuse(at, `one of ${shown}, with or without a \`-\``, input);
        return { by, direction } satisfies Sort;
      };
    },
  };
}

// An enum without values is no JSON Schema; nothing fits `not: {}`.
function oneOf(values: readonly string[]): JsonSchema {
  return values.length === 0 ? { not: {} } : { enum: values };
}
