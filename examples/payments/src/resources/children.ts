import type { MethodUrl, PageSource } from "holdfast";
import type { Children } from "../domain/index.js";

/** The first page of what belongs to a record. */
export function childPage<R>(
  children: Children<R> | undefined,
  url: string | MethodUrl,
): PageSource<R> {
  return {
    data: children?.data ?? [],
    has_more: children?.has_more ?? false,
    total_count: async () => children?.total ?? 0,
    url,
  };
}
