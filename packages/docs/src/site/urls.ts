/** Where pages are: a server takes the version from the query, a folder of files has one folder each. */
export interface Urls {
  /** A page by its slug: `` (the overview), `charge`, `charges.create`, `guides/errors`. */
  page(slug: string, version?: string): string;
  /** The Markdown twin of a page. */
  markdown(slug: string, version?: string): string;
  changelog(format?: "html" | "atom" | "json" | "md"): string;
  /** What changed with one version: `/changelog/2014-09-08`. */
  release(version: string): string;
  /** What to change when upgrading. */
  guide(from: string, to: string, only?: string): string;
  openapi(version?: string, format?: "json" | "yaml"): string;
  search(query?: string): string;
  /** A stylesheet or script; the name holds a digest of its content. */
  asset(name: string): string;
  /** Every name that anything ever had, for the search within the page. */
  searchIndex(): string;
  /** What says which version a key is held at; undefined where no server is there to ask. */
  keyEndpoint(): string | undefined;
  /** Where a server that watches its sources tells of them; undefined everywhere else. */
  devEvents(): string | undefined;
}
