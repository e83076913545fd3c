import type { Page } from "holdfast";
import type { Page as DomainPage } from "../domain/index.js";

/** A page of the domain as a method returns it, with the total where the caller asks for it. */
export function asPage<R>(
  { data, has_more, total }: DomainPage<R>,
  { include }: { readonly include?: readonly string[] },
): Page<R> {
  return {
    data,
    has_more,
    total_count: total,
    include_total: include?.includes("total_count") === true,
  };
}
