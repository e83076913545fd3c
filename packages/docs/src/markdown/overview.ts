import type { NavigationGroup } from "../model/docs.js";
import { code, escapeMarkdown } from "../text/code.js";
import type { MarkdownContext } from "./context.js";
import { title } from "./head.js";
import { blocks, item, link } from "./text.js";

/** The first page: what the API is, and everything that there is at this version. */
export function overviewMarkdown(context: MarkdownContext): string {
  const { site, described } = context;
  return `${blocks(
    title(context, site.name),
    site.description,
    basics(context).map(item).join("\n"),
    ...guides(context),
    "## Resources and methods",
    ...described.navigation.map((group) => groupLines(context, group)),
    item(link("Events", context.urls.markdown("events"))),
    item(link("Errors", context.urls.markdown("errors"))),
  )}\n`;
}

function basics({ site, version, urls }: MarkdownContext): readonly string[] {
  const released = site.versions.filter(({ status }) => status !== "draft");
  const [oldest] = released;
  const newest = released.at(-1);
  return [
    `Base URL: ${code(site.apiUrl)}`,
    `Versions: ${released.length}, from ${oldest?.name} to ${newest?.name}; ${link("changelog", urls.changelog("md"))}`,
    `Choosing one: ${code(`${site.versionHeader}: ${version.name}`)}; without it, the one that your account is held at`,
    `OpenAPI: ${link("JSON", urls.openapi(version.name))}, ${link("YAML", urls.openapi(version.name, "yaml"))}`,
  ];
}

function guides({ site, urls }: MarkdownContext): readonly string[] {
  if (site.guides.length === 0) return [];
  const lines = site.guides.map(({ slug, title: text }) =>
    item(link(escapeMarkdown(text), urls.markdown(slug))),
  );
  return ["## Guides", lines.join("\n")];
}

function groupLines({ urls }: MarkdownContext, group: NavigationGroup): string {
  const { title: text, resource, methods } = group;
  const name = escapeMarkdown(text);
  const lines = methods.map(({ subject, name: called, verb }) =>
    item(`${link(code(called), urls.markdown(subject.name))} ${verb}`),
  );
  return blocks(
    `### ${resource ? link(name, urls.markdown(resource.name)) : name}`,
    lines.join("\n"),
  );
}
