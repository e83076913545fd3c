import { type PageContext, renderProse } from "../pages/index.js";
import { liveHtml } from "../pages/live-parts.js";
import { type LiveSource, proseHtml, proseMarkdown } from "../prose/index.js";
import { curl } from "../samples/index.js";
import type { Library } from "./library.js";

/** A page of prose at a version; undefined where there is none at that slug. */
export function prosePage(
  library: Library,
  context: PageContext,
  slug: string,
  format: "html" | "md",
): string | undefined {
  const document = library.prose.find((one) => one.slug === slug);
  if (!document) return undefined;
  const { site, urls, version, mode } = context;
  const { api, lifelines, samples } = library;
  const described = library.describer.at(version.name, mode);
  const source: LiveSource = { api, described, lifelines, samples };
  if (format === "md") {
    const language = site.languages[0] ?? curl;
    return proseMarkdown(document, source, {
      ...{ language, apiUrl: site.apiUrl, key: site.key },
      page: (to) => urls.markdown(to),
    });
  }
  const html = proseHtml(document, source, {
    show: (data) => liveHtml(context, data),
    page: (to) => urls.page(to),
  });
  return renderProse(context, { ...document, html });
}
