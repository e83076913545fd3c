import {
  atomOf,
  filtersOf,
  jsonOf,
  markdownOf,
  releaseMarkdown,
  renderChangelog,
  renderRelease,
} from "../changelog/index.js";
import { guideMarkdown, guideOf, renderGuide } from "../guide/index.js";
import type { PageContext } from "../pages/index.js";
import type { Asked } from "./asked.js";
import type { Library } from "./library.js";

/** The changelog; a feed has the addresses of its pages in full. */
export function changelogText(
  { changelog }: Library,
  context: PageContext,
  { query, origin }: Asked,
  format: "html" | "md" | "atom" | "json",
): string {
  const filters = filtersOf(query);
  const { urls } = context;
  const at = (path: string) => `${origin}${path}`;
  switch (format) {
    case "html":
      return renderChangelog(context, changelog, filters);
    case "md":
      return markdownOf(changelog, filters);
    case "json":
      return jsonOf(changelog, filters);
    case "atom": {
      const links = {
        feed: at(urls.changelog("atom")),
        page: at(urls.changelog()),
        release: (version: string) => at(urls.release(version)),
      };
      return atomOf(changelog, links, filters);
    }
  }
}

/** What changed with one version; undefined for what is none. */
export function releaseText(
  { changelog }: Library,
  context: PageContext,
  version: string,
  format: "html" | "md",
): string | undefined {
  return format === "md"
    ? releaseMarkdown(changelog, version)
    : renderRelease(context, changelog, version);
}

/** What to change between two versions: any, else from the oldest to the newest. */
export function guideText(
  { api, samples, versions, newest }: Library,
  context: PageContext,
  { query }: Asked,
  format: "html" | "md",
): string | undefined {
  const from = query.get("from") ?? versions[0]?.name ?? newest.name;
  const to = query.get("to") ?? newest.name;
  const only = query.getAll("only").flatMap((names) => names.split(",").filter(Boolean));
  const guide = guideOf(api, samples, from, to, only);
  if (!guide) return undefined;
  return format === "md" ? guideMarkdown(guide) : renderGuide(context, guide);
}
