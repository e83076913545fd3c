import {
  errorsMarkdown,
  eventsMarkdown,
  methodMarkdown,
  overviewMarkdown,
  resourceMarkdown,
} from "../markdown/index.js";
import { type PageContext, renderOverview, renderReference } from "../pages/index.js";

/** The page at a slug, of which a version may have none. */
export function referencePage(context: PageContext, slug: string): string | undefined {
  if (slug === "") return renderOverview(context);
  if (slug === "events") return renderReference(context, { on: "event", name: "" });
  if (slug === "errors") return renderReference(context, { on: "error", name: "" });
  const [name = "", ...rest] = slug.split("/");
  const anchor = rest.length === 0 ? undefined : rest.join("/");
  const on = context.described.resource(name) ? "resource" : "method";
  return renderReference(context, { on, name }, anchor);
}

/** The same as Markdown. What has a page for itself, deep in another, stands in that one's Markdown. */
export function referenceMarkdown(context: PageContext, slug: string): string | undefined {
  if (slug === "") return overviewMarkdown(context);
  if (slug === "events") return eventsMarkdown(context);
  if (slug === "errors") return errorsMarkdown(context);
  const [name = ""] = slug.split("/");
  return resourceMarkdown(context, name) ?? methodMarkdown(context, name);
}
