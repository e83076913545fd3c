import type { PageSource } from "../definition/kinds/links.js";
import { resource } from "../definition/resource.js";
import { t } from "../definition/t.js";

/** How pages look where an API does not say. */
export const defaultList = resource("list", {
  description: "One page of a list.",
  fields: {
    object: t.literal("list").describe("Says that this is a list."),
    url: t.listUrl().describe("Where the list is read."),
    has_more: t.boolean().describe("Whether there are more after this page."),
    data: t.pageItems().describe("What is on the page."),
  },
}).from<PageSource<unknown>>();
