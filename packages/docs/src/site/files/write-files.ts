import { readAssets } from "../assets.js";
import { Contents } from "../contents.js";
import type { DocsOptions } from "../docs-options.js";
import type { Library } from "../library.js";
import type { Content } from "../rendition.js";
import type { Route } from "../route.js";
import { fileUrls, markdownPath, pagePath } from "./file-urls.js";
import { FilesError, type FilesOptions, type FilesReport } from "./files-options.js";
import { otherFiles } from "./other-files.js";
import { OutputFolder } from "./output-folder.js";

/** The text that a route leads to, at a version or without one; undefined where it leads nowhere. */
export type TextAt = (
  route: Route,
  version?: string | undefined,
  query?: string,
) => string | undefined;

/** Writes every page that can be reached as a file, for a host without Node. */
export async function writeFiles(
  library: Library,
  given: DocsOptions,
  options: FilesOptions,
): Promise<FilesReport> {
  const { folder, versions, force = false, onProgress } = options;
  const output = await OutputFolder.open(folder, force);
  try {
    const pages = new Pages(library, given, options);
    for (const [name, asset] of pages.assets.files)
      await output.write(`docs/-/${name}`, asset.text);
    for (const [path, text] of otherFiles(library, versions, pages.text)) {
      await output.write(path, text);
    }
    for (const version of [undefined, ...versions]) pages.linked("", version);
    let done = 0;
    for (const files of pages.all()) {
      for (const [path, text] of files) await output.write(decoded(path), text);
      done += 1;
      onProgress?.(done, done + pages.waiting);
    }
    return { pages: done, ...(await output.close()) };
  } catch (error) {
    await output.abandon();
    throw error;
  }
}

interface Page {
  readonly slug: string;
  readonly version: string | undefined;
}

/** The pages that can be reached: each that is made names others. */
class Pages {
  readonly assets: ReturnType<typeof readAssets>;
  readonly #library: Library;
  readonly #options: DocsOptions;
  readonly #contents: Contents;
  readonly #waiting: Page[] = [];
  readonly #known = new Set<string>();

  constructor(library: Library, given: DocsOptions, { base = "", apiUrl, versions }: FilesOptions) {
    const baseUrl = apiUrl ?? given.baseUrl;
    if (baseUrl === undefined) {
      throw new FilesError(
        "Samples must say where the API answers: docs({ baseUrl }), or --api-url.",
      );
    }
    const offered = new Set(versions);
    this.#library = library;
    this.#options = { ...given, baseUrl };
    this.assets = readAssets(given);
    const { linked } = this;
    const places = { base, versions: offered, assets: this.assets.names, linked };
    this.#contents = new Contents(
      library,
      this.#options,
      ({ version }) => fileUrls(places, version),
      ({ name }) => offered.has(name) || name === library.newest.name,
    );
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  readonly linked = (slug: string, version: string | undefined): void => {
    const key = pagePath(slug, version);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#waiting.push({ slug, version });
  };

  readonly text: TextAt = (route, version, query) => {
    const found = this.#content(route, version, query);
    return found.status === 200 ? found.text : undefined;
  };

  #content(route: Route, version: string | undefined, query = ""): Content {
    const { newest, versions } = this.#library;
    return this.#contents.of({
      route,
      query: new URLSearchParams(query),
      version: versions.find(({ name }) => name === version) ?? newest,
      named: version !== undefined,
      mode: "served",
      origin: this.#options.docsUrl ?? "",
    });
  }

  /** The files of each page; where a version does not have it, the page says when it existed. */
  *all(): Generator<readonly (readonly [path: string, text: string])[]> {
    for (let page = this.#waiting.shift(); page; page = this.#waiting.shift()) {
      const { slug, version } = page;
      const { text: html } = this.#content({ to: "page", slug, format: "html" }, version);
      const markdown = this.text({ to: "page", slug, format: "md" }, version);
      yield [
        [`${pagePath(slug, version)}index.html`, html],
        [markdownPath(slug, version), markdown ?? "# Not found\n"],
      ];
    }
  }
}

/** The name of a file is what a host makes of an address. */
function decoded(path: string): string {
  return path.split("/").map(decodeURIComponent).join("/");
}
