import type { AttributeDoc, TypeDoc, ValueDoc, VariantDoc } from "../model/docs.js";
import { lifeWithin } from "../model/life-notes.js";
import type { Life } from "../model/refs.js";
import { code, escapeMarkdown } from "../text/code.js";
import type { MarkdownContext } from "./context.js";
import { gateLines, lifeOf } from "./life.js";
import { blocks, item, link } from "./text.js";

/** Params or fields as a list, with what stands in them as lists within. */
export function attributeList(
  attributes: readonly AttributeDoc[],
  context: MarkdownContext,
  above?: Life,
): string {
  return attributes.map((one) => item(attribute(one, context, above))).join("\n");
}

/** @param above the life of what it stands in, where that is described */
function attribute(doc: AttributeDoc, context: MarkdownContext, above: Life | undefined): string {
  const life = lifeWithin(doc.life, doc.name, above);
  const facts = [typeLabel(doc.type, context), ...factsOf(doc)];
  const inside = [
    ...doc.type.values.map((value) => valueLine(value, context)),
    ...doc.conversions.map(item),
    ...gateLines(doc.gates).map((line) => item(`Changes in ${line}`)),
    ...[lifeOf(context, life, doc.path.join("."))].filter((text) => text !== "").map(item),
    ...doc.attributes.map((one) => item(attribute(one, context, doc.life))),
    ...doc.variants.map((one) => item(variant(one, context, doc.life))),
  ];
  const [first, ...rest] = doc.description.split(/\n{2,}/);
  const said = blocks(saying(`${code(doc.name)} (${facts.join(", ")})`, first), ...rest);
  return [said, ...inside].join("\n");
}

/** What values look like, in words; a resource is a link to its page. */
export function typeLabel({ label, resource }: TypeDoc, { urls }: MarkdownContext): string {
  const text = escapeMarkdown(label);
  return resource ? link(text, urls.markdown(resource.name)) : text;
}

/** The short facts about a param or field. */
function factsOf(doc: AttributeDoc): readonly string[] {
  const { type, place, nullable, required } = doc;
  const isParam = place !== undefined;
  return [
    ...(isParam && required ? ["required"] : []),
    ...(type.constant === undefined ? [] : [`always ${shown(type.constant)}`]),
    ...type.limits.map(escapeMarkdown),
    ...(nullable ? [isParam ? "null unsets it" : "may be null"] : []),
    ...(!isParam && !required && !doc.onlyExpanded ? ["may be absent"] : []),
    ...(type.resource?.how === "expandable" ? ["expandable"] : []),
    ...(doc.onlyExpanded ? ["only where it is expanded"] : []),
    ...(doc.secretOnly ? ["for secret keys only"] : []),
    ...(doc.sensitive ? ["never logged"] : []),
    ...(isParam ? [placeWords(place)] : []),
    ...(doc.default === undefined ? [] : [`default ${shown(doc.default)}`]),
  ];
}

function placeWords(place: NonNullable<AttributeDoc["place"]>): string {
  return typeof place === "object" ? `in the header ${code(place.header)}` : `in the ${place}`;
}

function shown(value: AttributeDoc["default"]): string {
  return code(JSON.stringify(value) ?? "");
}

function valueLine({ value, description, life }: ValueDoc, context: MarkdownContext): string {
  const note = life ? lifeOf(context, life, value) : "";
  return item([saying(code(value), description), note].filter((text) => text !== "").join(" "));
}

function variant(doc: VariantDoc, context: MarkdownContext, above: Life): string {
  const label = escapeMarkdown(doc.label);
  const text = doc.resource ? link(label, context.urls.markdown(doc.resource)) : label;
  const form = doc.unnamed ? `Form ${text}` : `Form ${code(doc.name)} (${text})`;
  const sentence = saying(form, doc.description);
  const inside = attributeList(doc.attributes, context, above);
  return inside === "" ? sentence : `${sentence}\n${inside}`;
}

/** What something is, and what is said of it, if anything is. */
function saying(what: string, description = ""): string {
  return description === "" ? what : `${what}: ${description}`;
}

/** The forms that something may have, a heading each. */
export function variantSections(
  variants: readonly VariantDoc[],
  context: MarkdownContext,
): readonly string[] {
  return variants.map((doc) =>
    blocks(
      `### ${code(doc.name)}`,
      doc.description,
      doc.resource !== undefined &&
        link(escapeMarkdown(doc.label), context.urls.markdown(doc.resource)),
      attributeList(doc.attributes, context),
    ),
  );
}
