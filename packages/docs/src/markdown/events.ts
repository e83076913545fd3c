import type { EventDoc } from "../model/docs.js";
import { code } from "../text/code.js";
import type { MarkdownContext } from "./context.js";
import { title } from "./head.js";
import { gateLines, lifeOf } from "./life.js";
import { blocks, item, jsonBlock, link } from "./text.js";

/** The page of all events of a version. */
export function eventsMarkdown(context: MarkdownContext): string {
  const { described, samples, version } = context;
  const events = described.events.flatMap((name) => described.event(name) ?? []);
  const sample = events
    .map(({ subject }) => samples.eventSample(subject.name, version.name))
    .find((one) => one !== undefined);
  return `${blocks(
    title(context, "Events"),
    `What happened, told as it happens: ${events.length} kinds at this version.`,
    ...events.map((event) => entry(context, event)),
    ...(sample === undefined ? [] : ["## Sample", jsonBlock(sample)]),
  )}\n`;
}

function entry(context: MarkdownContext, event: EventDoc): string {
  const { subject, types, description, resource, gates, life } = event;
  const [first] = types;
  const isConditional = types.length > 1 || first?.when !== undefined;
  const called = context.described.resource(resource.name)?.name ?? resource.name;
  return blocks(
    `## ${code(first?.type ?? subject.name)}`,
    description,
    isConditional &&
      types
        .map(({ type, when }) => item(when === undefined ? code(type) : `${code(type)}: ${when}`))
        .join("\n"),
    `About ${link(code(called), context.urls.markdown(resource.name))}.`,
    gateLines(gates)
      .map((line) => item(`Changes in ${line}`))
      .join("\n"),
    lifeOf(context, life, first?.type ?? subject.name),
  );
}
