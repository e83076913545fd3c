import type { AttributeDoc } from "../model/docs.js";
import { code } from "../text/code.js";

/** Attributes as a list in Markdown, what stands in them below them. */
export function attributeLines(
  attributes: readonly AttributeDoc[],
  indent = "",
): readonly string[] {
  return attributes.flatMap((one) => [
    `${indent}- ${code(one.name)} (${factsOf(one).join(", ")}): ${one.description}`,
    ...attributeLines(one.attributes, `${indent}  `),
    ...one.variants.flatMap((variant) => attributeLines(variant.attributes, `${indent}  `)),
  ]);
}

function factsOf({ type, place, required, nullable, ...more }: AttributeDoc): readonly string[] {
  const isParam = place !== undefined;
  return [
    type.label,
    ...type.limits,
    ...(isParam && required ? ["required"] : []),
    ...(nullable ? [isParam ? "null unsets it" : "may be null"] : []),
    ...(more.default === undefined ? [] : [`default ${JSON.stringify(more.default)}`]),
    ...type.values.map(({ value }) => code(value)),
  ];
}
