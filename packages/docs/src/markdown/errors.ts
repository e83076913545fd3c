import type { ErrorDoc } from "../model/docs.js";
import { code } from "../text/code.js";
import { attributeList } from "./attributes.js";
import type { MarkdownContext } from "./context.js";
import { title } from "./head.js";
import { gateLines, lifeOf } from "./life.js";
import { blocks, item, jsonBlock } from "./text.js";

/** The page of all errors of a version, by status. */
export function errorsMarkdown(context: MarkdownContext): string {
  const { described } = context;
  const errors = described.errors
    .flatMap((name) => described.error(name) ?? [])
    .sort((a, b) => a.status - b.status);
  return `${blocks(
    title(context, "Errors"),
    "Everything that can be answered in the place of a success, by status.",
    ...errors.map((error) => entry(context, error)),
  )}\n`;
}

function entry(context: MarkdownContext, error: ErrorDoc): string {
  const { subject, name, status, type, code: reason, description, message } = error;
  const sample = context.samples.errorSample(subject.name, context.version.name);
  const because = reason === null ? "" : `, code ${code(reason)}`;
  return blocks(
    `## ${code(name)}`,
    `${status}, type ${code(type)}${because}. ${description}`,
    `Message: ${message}`,
    gateLines(error.gates)
      .map((line) => item(`Changes in ${line}`))
      .join("\n"),
    lifeOf(context, error.life, name),
    attributeList(error.attributes, context),
    sample !== undefined && jsonBlock(sample),
  );
}
