import type { Api } from "holdfast";
import { CHANGE_KINDS } from "./entry.js";

/** What a reader wants to see of a changelog; the address of the page says it. */
export interface ChangelogFilters {
  /** Only what is about these resources, by their names today. */
  readonly resources: readonly string[];
  /** Only what changes something for those who call these methods, by their names today. */
  readonly methods: readonly string[];
  /** Kinds of change; one that there is not fits nothing. */
  readonly kinds: readonly string[];
  /** Whether what is not released yet is shown, too. */
  readonly preview: boolean;
  /** Only what is older than this day, or than anything of this year: `2019-01-01`, `2019`. */
  readonly before: string | undefined;
}

export const NO_FILTERS: ChangelogFilters = {
  resources: [],
  methods: [],
  kinds: [],
  preview: false,
  before: undefined,
};

/** A list longer than any that a form sends. */
const MOST_NAMES = 500;

/**
 * Reads the filters of an address: `?resource=charge&affects=charges.create&kind=field&before=2019`.
 * What is no filter is left out.
 */
export function filtersOf(query: URLSearchParams): ChangelogFilters {
  const names = (key: string) =>
    [...new Set(query.getAll(key).filter((name) => name !== ""))].slice(0, MOST_NAMES);
  const kinds = names("kind");
  const before = query.get("before") ?? "";
  return {
    resources: names("resource"),
    methods: names("affects"),
    kinds: [...CHANGE_KINDS.filter((kind) => kinds.includes(kind)), ...kinds.filter(isNoKind)],
    preview: query.has("preview") || (query.get("version") ?? "").endsWith("-preview"),
    before: /^\d{4}(-\d{2}-\d{2})?$/.test(before) ? before : undefined,
  };
}

/** The filters as the query of an address, without its question mark. */
export function queryOf({ resources, methods, kinds, preview, before }: ChangelogFilters): string {
  return new URLSearchParams([
    ...resources.map((name) => ["resource", name]),
    ...methods.map((name) => ["affects", name]),
    ...kinds.map((kind) => ["kind", kind]),
    ...(preview ? [["preview", ""]] : []),
    ...(before === undefined ? [] : [["before", before]]),
  ] as [string, string][]).toString();
}

/** Whether anything is left out but by time. */
export function isFiltering({ resources, methods, kinds }: ChangelogFilters): boolean {
  return resources.length + methods.length + kinds.length > 0;
}

/** What filters ask for that there is not. */
export type UnknownFilters = Pick<ChangelogFilters, "methods" | "resources" | "kinds">;

/** The names that are none in an API today, and the kinds that are none; undefined without any. */
export function unknownIn(
  { definitions }: Api,
  { methods, resources, kinds }: ChangelogFilters,
): UnknownFilters | undefined {
  const isNone = (all: readonly { readonly name: string }[]) => (name: string) =>
    !all.some((one) => one.name === name);
  const unknown = {
    methods: methods.filter(isNone(definitions.methods)),
    resources: resources.filter(isNone([...definitions.resources, definitions.lists])),
    kinds: kinds.filter(isNoKind),
  };
  return Object.values(unknown).some(({ length }) => length > 0) ? unknown : undefined;
}

function isNoKind(kind: string): boolean {
  return !CHANGE_KINDS.some((one) => one === kind);
}
