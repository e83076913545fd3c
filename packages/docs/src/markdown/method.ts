import type { ErrorDoc, MethodDoc } from "../model/docs.js";
import { PATHS_NAMED } from "../model/expand-param.js";
import { code, codes } from "../text/code.js";
import { attributeList, typeLabel } from "./attributes.js";
import type { MarkdownContext } from "./context.js";
import { head } from "./head.js";
import { gateLines } from "./life.js";
import { blocks, fenced, item, jsonBlock, link } from "./text.js";

/** The page of a method; undefined where the API has none by that name (today's). */
export function methodMarkdown(context: MarkdownContext, name: string): string | undefined {
  const doc = context.described.method(name);
  if (!doc) return undefined;
  return `${blocks(
    ...head(context, doc),
    code(`${doc.verb} ${doc.path}`),
    !doc.exists && tooOld(context, doc),
    facts(doc).map(item).join("\n"),
    ...params(context, doc),
    ...outcome(context, doc),
    ...errors(context, doc),
    ...behaviours(context, doc),
    ...samples(context, doc),
  )}\n`;
}

function tooOld({ version }: MarkdownContext, { life }: MethodDoc): string {
  const since = life.since === undefined ? "" : ` It is there since ${life.since}.`;
  return `${version.name} is too old for this method: calling it answers with an error that says so.${since}`;
}

function facts({ keys, idempotent }: MethodDoc): readonly string[] {
  return [
    `Keys: ${keys.join(" or ")}`,
    ...(idempotent ? [`Retries: safe with an ${code("Idempotency-Key")}`] : []),
  ];
}

function params(context: MarkdownContext, doc: MethodDoc): readonly (string | false)[] {
  const { expandable, rules } = doc;
  return [
    "## Params",
    doc.params.length === 0 ? "None." : attributeList(doc.params, context),
    // The param itself names the first of them.
    expandable.length > PATHS_NAMED && `All that ${code("expand")} may name: ${codes(expandable)}.`,
    ...(rules.length > 0
      ? ["## Rules", rules.map(({ description }) => item(description)).join("\n")]
      : []),
  ];
}

function outcome(context: MarkdownContext, doc: MethodDoc): readonly (string | false)[] {
  const { status, returns, headers, envelope } = doc;
  return [
    "## Returns",
    `${status}: ${typeLabel(returns, context)}`,
    envelope !== undefined && attributeList(envelope, context),
    headers.map(({ name, description }) => item(`${code(name)}: ${description}`)).join("\n"),
  ];
}

function errors({ urls }: MarkdownContext, doc: MethodDoc): readonly string[] {
  if (doc.errors.length === 0) return [];
  return [
    "## Errors",
    doc.errors.map((error) => item(errorLine(error))).join("\n"),
    `What they look like: ${link("errors", urls.markdown("errors"))}.`,
  ];
}

function errorLine({ name, status, type, description }: ErrorDoc): string {
  return `${code(name)} (${status}, ${code(type)}): ${description}`;
}

function behaviours({ version }: MarkdownContext, doc: MethodDoc): readonly string[] {
  if (doc.behaviours.length === 0) return [];
  return [
    `## Behaviour at ${version.name}`,
    "Newer versions do this otherwise.",
    gateLines(doc.behaviours).map(item).join("\n"),
  ];
}

function samples(context: MarkdownContext, doc: MethodDoc): readonly (string | false)[] {
  const { site, version } = context;
  const sample = doc.exists
    ? context.samples.methodSample(doc.subject.name, version.name)
    : undefined;
  if (!sample) return [];
  const [language] = site.languages;
  const { status, body } = sample.response;
  return [
    "## Request",
    language && fenced(language.write(sample.request, site.apiUrl, site.key), language.syntax),
    "## Response",
    `${status}`,
    body !== undefined && jsonBlock(body),
  ].filter((part) => part !== undefined);
}
