import { type Contract, isAlwaysThere } from "holdfast/contract";
import type { JsonObject } from "./document.js";

/** One of several resources, and what refers to it. */
interface Arm {
  readonly name: string;
  readonly ref: JsonObject;
}

/**
 * One of several resources. Where each has a constant that no other has, that tells them apart
 * (OpenAPI 3.1, "Discriminator Object"); else a record may fit more than one.
 */
export function oneOfResources(arms: readonly Arm[], contract: Contract): JsonObject {
  const refs = arms.map(({ ref }) => ref);
  const tags = arms.map(({ name }) => constantsOf(name, contract));
  const tag = [...(tags[0]?.keys() ?? [])].find(
    (name) => new Set(tags.flatMap((all) => all.get(name) ?? [])).size === arms.length,
  );
  if (tag === undefined) return { anyOf: refs };
  const mapping = refs.map(({ $ref }, index) => [tags[index]?.get(tag), $ref] as const);
  return {
    oneOf: refs,
    discriminator: { propertyName: tag, mapping: Object.fromEntries(mapping) },
  };
}

/** The fields of a resource that are always there and always the same text. */
function constantsOf(name: string, { resources, wire }: Contract): ReadonlyMap<string, string> {
  const fields = [...(resources.get(name)?.shape.fields.values() ?? [])];
  return new Map(
    fields.flatMap((field): [string, string][] => {
      const { constant } = field.info.kind;
      const isTag =
        isAlwaysThere(field, wire, { secret: false, expanded: "perhaps" }) &&
        field.info.audience === "everyone" &&
        !field.info.nullable;
      return isTag && typeof constant?.value === "string" ? [[field.name, constant.value]] : [];
    }),
  );
}
