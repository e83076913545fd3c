import type { Page } from "holdfast";
import type { Page as DomainPage } from "../domain/index.js";

/** A page of the domain as a method returns it. */
export function asPage<R>({ data, has_more, total }: DomainPage<R>): Page<R> {
  return { data, has_more, total_count: total };
}
