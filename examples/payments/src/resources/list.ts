import { batch, type PageSource, resource, t } from "holdfast";

/** How pages look. */
export const list = resource("list", {
  description: "One page of a list.",
  fields: {
    object: t.literal("list").describe("Says that this is a list."),
    count: t.integer().until("lists_have_count").describe("How many there are over all pages."),
    total_count: t
      .integer()
      .optional()
      .describe("How many there are over all pages, where `include[]=total_count` asks for it."),
    has_more: t.boolean().describe("Whether there are more after this page."),
    url: t.listUrl().describe("Where the list is read."),
    data: t.pageItems().describe("What is on the page."),
  },
}).from<PageSource<unknown>>({
  count: batch((pages) => Promise.all(pages.map((page) => page.total_count()))),
  total_count: batch((pages) =>
    Promise.all(
      pages.map((page) => (page.include_total ? page.total_count() : Promise.resolve(undefined))),
    ),
  ),
});
