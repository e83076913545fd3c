import type { Urls } from "./urls.js";

/** What a reader is looking at, which links keep. */
export interface Looking {
  /** The version that they asked for; undefined where they asked for none. */
  readonly version?: string | undefined;
  readonly mode: "served" | "released";
}

/** What the addresses of a server hang on. */
interface ServedPlaces {
  /** What stands before every path: ``, or `/developers`. */
  readonly mount: string;
  /** The names of stylesheets and scripts, with a digest of their contents. */
  readonly assets: ReadonlyMap<string, string>;
  readonly devEvents: string | undefined;
  /** Whether there is somebody to ask what a key is held at. */
  readonly keys: boolean;
}

/** Addresses on a server, where the version is in the query. */
export function servedUrls(places: ServedPlaces, looking: Looking): Urls {
  const at = (path: string, query: Readonly<Record<string, string | undefined>> = {}): string =>
    `${places.mount}${path}${queryOf(query)}`;
  const page = (path: string, version: string | undefined): string =>
    at(path, {
      version: version ?? looking.version,
      as: looking.mode === "released" ? "released" : undefined,
    });
  return {
    page: (slug, version) => page(pathOf(slug), version),
    markdown: (slug, version) => page(`${pathOf(slug)}.md`, version),
    changelog: (format = "html") => at(`/changelog${format === "html" ? "" : `.${format}`}`),
    release: (version) => at(`/changelog/${encodeURIComponent(version)}`),
    guide: (from, to, only) => at("/docs/upgrade", { from, to, only }),
    openapi: (version, format = "json") =>
      at(`/openapi.${format}`, { version: version ?? looking.version }),
    search: (q) => at("/docs/search", { q, version: looking.version }),
    asset: (name) => at(`/docs/-/${places.assets.get(name) ?? name}`),
    searchIndex: () => at("/docs/-/search.json"),
    keyEndpoint: () => (places.keys ? at("/docs/-/key") : undefined),
    devEvents: () => places.devEvents,
  };
}

/** The path of a page: `/docs/charges.create`. */
export function pathOf(slug: string): string {
  if (slug === "") return "/docs";
  return `/docs/${slug.split("/").map(encodeURIComponent).join("/")}`;
}

function queryOf(query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
