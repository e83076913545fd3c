import { schemaOf } from "../json-schema.js";
import type { Json, Kind, Reach } from "../kind.js";
import { sampleOf } from "../sampler.js";
import { armsOf, isHash } from "./containers.js";

/** A text, or a hash with fields of its own: a token's id, or the card itself. */
export function eitherKind(text: Kind, object: Kind): Kind {
  return {
    name: "either",
    label: `${text.label} or ${object.label}`,
    parts: [text, object],
    ...(object.shape && { shape: object.shape }),
    ...armsOf(object, (changed) => eitherKind(text, changed)),
    schema: (scope) => ({ anyOf: [text, object].map((side) => schemaOf(side, scope)) }),
    sample: (sampler) => sampleOf(sampler.choose([text, object]), sampler),
    withShape: (changed) => eitherKind(text, object.withShape?.(changed) ?? object),
    reader: (compiler) => {
      const readText = text.reader?.(compiler.scoped());
      const readHash = object.reader?.(compiler.scoped());
      if (!readText || !readHash) throw new TypeError("neither side of `either` can be a param");
      return (input, at) => (isHash(input) ? readHash(input, at) : readText(input, at));
    },
    renderer: (compiler) => {
      const showText = text.renderer?.(compiler.scoped()) ?? ((value) => value as Json);
      const showHash = object.renderer?.(compiler.scoped()) ?? ((value) => value as Json);
      return (value, _scope, call, expand) =>
        (isObject(value) ? showHash : showText)(value, value, call, expand);
    },
    sites: (compiler, reach, expand) => {
      const side = (kind: Kind, holds: (value: unknown) => boolean) => {
        const ofSide: Reach = (record, call, each) =>
          reach(record, call, (value) => {
            if (holds(value)) each(value);
          });
        return kind.sites?.(compiler.scoped(), ofSide, expand) ?? [];
      };
      return [...side(object, isObject), ...side(text, (value) => !isObject(value))];
    },
  };
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
