import type { MethodUrl, PageSource } from "holdfast";
import type { Children } from "../domain/index.js";

/** The first page of what belongs to a record. */
export function childPage<R, const M extends string>(
  children: Children<R> | undefined,
  url: MethodUrl<M>,
): PageSource<R, M> {
  return {
    data: children?.data ?? [],
    has_more: children?.has_more ?? false,
    total_count: async () => children?.total ?? 0,
    url,
  };
}
