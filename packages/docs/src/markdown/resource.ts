import type { ResourceDoc } from "../model/docs.js";
import { code } from "../text/code.js";
import { attributeList, variantSections } from "./attributes.js";
import type { MarkdownContext } from "./context.js";
import { head } from "./head.js";
import { blocks, item, jsonBlock, link } from "./text.js";

/** The page of a resource; undefined where the API has none by that name (today's). */
export function resourceMarkdown(context: MarkdownContext, name: string): string | undefined {
  const doc = context.described.resource(name);
  if (!doc) return undefined;
  const sample = context.samples.resourceSample(name, context.version.name);
  return `${blocks(
    ...head(context, doc),
    ...methods(context, doc),
    ...(doc.attributes.length > 0 ? ["## Fields", attributeList(doc.attributes, context)] : []),
    ...(doc.variants.length > 0 ? ["## Forms", ...variantSections(doc.variants, context)] : []),
    ...events(context, doc),
    ...(sample === undefined ? [] : ["## Sample", jsonBlock(sample)]),
  )}\n`;
}

function methods(context: MarkdownContext, { methods }: ResourceDoc): readonly string[] {
  const docs = methods.flatMap(({ name }) => context.described.method(name) ?? []);
  if (docs.length === 0) return [];
  const lines = docs.map(({ subject, name, verb, path }) =>
    item(`${link(code(name), context.urls.markdown(subject.name))}: ${code(`${verb} ${path}`)}`),
  );
  return ["## Methods", lines.join("\n")];
}

function events(context: MarkdownContext, { events }: ResourceDoc): readonly string[] {
  if (events.length === 0) return [];
  const names = events.map(({ name }) => context.described.event(name)?.types[0]?.type ?? name);
  const page = `See ${link("events", context.urls.markdown("events"))}.`;
  return ["## Events", names.map((name) => item(code(name))).join("\n"), page];
}
