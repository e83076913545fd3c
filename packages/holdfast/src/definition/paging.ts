import type { Page } from "./kinds/links.js";
import type { Sort } from "./kinds/sort.js";
import { t } from "./t.js";

/** How callers go from one page to the next. */
export type PagingStyle = "cursor" | "offset" | "page";

/** What a list says of its pages. */
export interface PagingOptions<N extends string> {
  /** How callers page today; cursors, unless said. */
  readonly style?: PagingStyle;
  /** How many a page holds: unless given, and at most. */
  readonly limit?: { readonly default?: number; readonly max?: number };
  /** The resource and its fields that the list can be ordered by, in today's names. */
  readonly orders?: { readonly resource: string; readonly by: readonly N[] };
}

const STYLES: Readonly<Record<string, PagingStyle>> = {
  starting_after: "cursor",
  ending_before: "cursor",
  offset: "offset",
  page: "page",
};

/** The params that belong to one style of paging, by their names in head. */
export function paramsOfStyle(style: PagingStyle): readonly string[] {
  return Object.keys(STYLES).filter((name) => STYLES[name] === style);
}

/**
 * The params with which callers page through a list, to be spread into those of its method. Those
 * of other styles stand by, seen by nobody, for versions that had them (`paginationWas`), and so
 * does `order` (`orderWas`).
 *
 * @example
 * params: { ...paging({ limit: { max: 50 } }), customer: t.string().optional().describe("…") }
 */
export function paging<const N extends string = never>({
  style = "cursor",
  limit: { default: usual = 10, max = 100 } = {},
  orders,
}: PagingOptions<N> = {}) {
  const fields = {
    limit: t
      .integer({ min: 1, max })
      .default(usual)
      .describe(`How many a page holds, 1 to ${max}; ${usual} unless given.`),
    starting_after: t.string().optional().describe("The page starts after the one with this id."),
    ending_before: t.string().optional().describe("The page ends before the one with this id."),
    offset: t.integer({ min: 0 }).optional().describe("How many to skip."),
    page: t.integer({ min: 1 }).optional().describe("Which page; the first is 1."),
    order: t
      .sort(orders?.resource ?? "", orders?.by ?? [])
      .optional()
      .internal()
      .describe("What the list is ordered by."),
  };
  const shown = (name: keyof typeof STYLES) => STYLES[name] === style;
  return {
    ...fields,
    starting_after: shown("starting_after")
      ? fields.starting_after
      : fields.starting_after.internal(),
    ending_before: shown("ending_before") ? fields.ending_before : fields.ending_before.internal(),
    offset: shown("offset") ? fields.offset : fields.offset.internal(),
    page: shown("page") ? fields.page : fields.page.internal(),
  };
}

/** The page params as `execute` receives them. */
export interface PageParams<N extends string = string> {
  readonly limit: number;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
  readonly offset?: number | undefined;
  readonly page?: number | undefined;
  readonly order?: Sort<N> | undefined;
}

/** Which part of a list is asked for, whatever the style in which its caller asked. */
export interface PageWindow<out N extends string = string> {
  readonly limit: number;
  /** How many to skip, from the start of the list or from the cursor. */
  readonly offset: number;
  /** The id that the page starts behind, seen in the direction of reading. */
  readonly cursor: string | undefined;
  /** What the list is ordered by, as the caller sees it. */
  readonly order: Sort<N>;
  /** The direction in which to read: against the order where the page ends before its cursor. */
  readonly reading: "asc" | "desc";
}

/**
 * Which part of a list its params ask for; `order` is how the list is ordered today.
 *
 * @example
 * const window = pageWindow(params, { by: "created", direction: "desc" });
 * const rows = await db.read({ ...window, limit: window.limit + 1 });
 * return pageFrom(window, rows, () => db.count());
 */
export function pageWindow<N extends string>(
  { limit, starting_after, ending_before, offset, page, order }: PageParams<N>,
  today: Sort<NoInfer<N>>,
): PageWindow<N> {
  const asked = order ?? today;
  const backwards = starting_after === undefined && ending_before !== undefined;
  return {
    limit,
    offset: offset ?? (page === undefined ? 0 : (page - 1) * limit),
    cursor: starting_after ?? ending_before,
    order: asked,
    reading: backwards === (asked.direction === "asc") ? "desc" : "asc",
  };
}

/**
 * A page from what was read for a window: up to one more than its limit, in the direction of
 * reading. The one too many says that there is more.
 */
export function pageFrom<R>(
  { limit, order, reading }: PageWindow,
  found: readonly R[],
  count: () => Promise<number>,
): Page<R> {
  const data = found.slice(0, limit);
  return {
    data: reading === order.direction ? data : data.reverse(),
    has_more: found.length > limit,
    total_count: count,
  };
}
