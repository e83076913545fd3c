import { code, escapeMarkdown } from "../text/code.js";
import type { MarkdownContext } from "./context.js";
import { errorsMarkdown } from "./errors.js";
import { eventsMarkdown } from "./events.js";
import { methodMarkdown } from "./method.js";
import { overviewMarkdown } from "./overview.js";
import { resourceMarkdown } from "./resource.js";
import { blocks, item, link } from "./text.js";

/**
 * The file that language models look for first (llmstxt.org): what the API is, and links to all
 * pages as Markdown.
 */
export function llmsTxt(context: MarkdownContext): string {
  const { site, urls, described, version } = context;
  const page = (text: string, slug: string, about = "") =>
    item(`${link(text, urls.markdown(slug))}${about === "" ? "" : `: ${about}`}`);
  const methods = described.methods.flatMap((name) => described.method(name) ?? []);
  const resources = described.resources.flatMap((name) => described.resource(name) ?? []);
  return `${blocks(
    `# ${escapeMarkdown(site.name)}`,
    `> ${oneLine(site.description) || `The ${escapeMarkdown(site.name)} API.`}`,
    `This is version ${version.name}. Every page can be had at any version with ${code("?version=")}; requests are served at one with the header ${code(site.versionHeader)}.`,
    "## Guides",
    [
      page("Overview", ""),
      ...site.guides.map(({ slug, title }) => page(escapeMarkdown(title), slug)),
      page("Errors", "errors"),
      page("Events", "events"),
      item(link("Changelog", urls.changelog("md"))),
    ].join("\n"),
    "## Methods",
    methods
      .map(({ subject, name, description }) => page(code(name), subject.name, oneLine(description)))
      .join("\n"),
    "## Resources",
    resources
      .map(({ subject, name, description }) => page(code(name), subject.name, oneLine(description)))
      .join("\n"),
    "## Optional",
    [item(`${link("OpenAPI", urls.openapi(version.name))}: the same as OpenAPI 3.1`)].join("\n"),
  )}\n`;
}

/** Every reference page of a version as one text. */
export function llmsFullTxt(context: MarkdownContext): string {
  const { methods, resources } = context.described;
  return [
    overviewMarkdown(context),
    ...resources.flatMap((name) => resourceMarkdown(context, name) ?? []),
    ...methods.flatMap((name) => methodMarkdown(context, name) ?? []),
    eventsMarkdown(context),
    errorsMarkdown(context),
  ].join("\n");
}

function oneLine(text: string): string {
  return (text.split(/\n{2,}/)[0] ?? "").replace(/\s+/g, " ").trim();
}
