import type { Urls } from "../urls.js";

/** What the addresses of a folder of files hang on. */
interface FilePlaces {
  /** What stands before every path: ``, or `/developers`. */
  readonly base: string;
  /** The versions that have a folder. */
  readonly versions: ReadonlySet<string>;
  readonly assets: ReadonlyMap<string, string>;
  /** Told of every page that is linked, so that it is written. */
  readonly linked: (slug: string, version: string | undefined) => void;
}

/** What is written apart from pages of reference. */
const OTHERS = new Set(["search", "upgrade"]);

/** What stands for any name in addresses that scripts fill in. */
const ANY = /^~\w+~$/;

/**
 * Addresses in a folder of files, where each version has a folder. What is not written for a version
 * is linked at the newest.
 *
 * @param shown the version whose folder a page is in
 */
export function fileUrls(places: FilePlaces, shown: string | undefined): Urls {
  const { base, versions, assets, linked } = places;
  const kept = (version: string | undefined): string | undefined =>
    version !== undefined && (versions.has(version) || ANY.test(version)) ? version : undefined;
  const at = (path: string) => `${base}/${path}`;
  const folder = (version: string | undefined): string =>
    version === undefined ? "docs" : `docs/v/${encoded(version)}`;
  const visit = (slug: string, version: string | undefined) => {
    if (OTHERS.has(slug) || ANY.test(slug) || ANY.test(version ?? "")) return;
    linked(slug, version);
  };
  const asked = (version: string | undefined) => kept(version ?? shown);
  return {
    page: (slug, version) => {
      visit(slug, asked(version));
      return at(pagePath(slug, asked(version)));
    },
    markdown: (slug, version) => {
      visit(slug, asked(version));
      return at(markdownPath(slug, asked(version)));
    },
    changelog: (format = "html") => at(format === "html" ? "changelog/" : `changelog.${format}`),
    release: (version) => at(`changelog/${encoded(version)}/`),
    guide: (from) => at(`docs/upgrade/${kept(from) === undefined ? "" : `${encoded(from)}/`}`),
    openapi: (version, format = "json") =>
      at(
        asked(version) === undefined
          ? `openapi.${format}`
          : `${folder(asked(version))}/openapi.${format}`,
      ),
    search: () => at("docs/search/"),
    asset: (name) => at(`docs/-/${assets.get(name) ?? name}`),
    searchIndex: () => at("docs/-/search.json"),
    keyEndpoint: () => undefined,
    devEvents: () => undefined,
  };
}

/** Where a page is among the files, with a slash at its end. */
export function pagePath(slug: string, version: string | undefined): string {
  const folder = version === undefined ? "docs" : `docs/v/${encoded(version)}`;
  return slug === "" ? `${folder}/` : `${folder}/${slug.split("/").map(encoded).join("/")}/`;
}

export function markdownPath(slug: string, version: string | undefined): string {
  const path = pagePath(slug, version);
  return slug === "" ? `${path}index.md` : `${path.slice(0, -1)}.md`;
}

function encoded(name: string): string {
  return encodeURIComponent(name);
}
