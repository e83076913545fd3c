import type { PageSource } from "holdfast";

/** A page of something that this API does not sell yet, so that there is none. */
export function emptyPage(url: string): PageSource<never> {
  return { data: [], has_more: false, total_count: async () => 0, url };
}
