import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import type { Api, WireRequest } from "holdfast";
import { type Addition, contractsFolder, readAdditions } from "holdfast/floor";
import { readProse } from "../prose/index.js";
import { type ExampleSet, noExamples } from "../samples/index.js";
import { readAssets } from "./assets.js";
import { Contents } from "./contents.js";
import type { DocsOptions } from "./docs-options.js";
import type { DocsSite } from "./docs-site.js";
import type { FilesOptions, FilesReport } from "./files/files-options.js";
import { Library, type LibrarySources } from "./library.js";
import type { SiteResponse } from "./respond.js";
import { owns } from "./route.js";
import { servedUrls } from "./served-urls.js";
import { Site } from "./site.js";

/** The docs of an API: what `docs()` makes. */
export class Docs implements DocsSite {
  readonly #options: DocsOptions;
  readonly #sources: LibrarySources;
  #site: { readonly day: string; readonly site: Site } | undefined;

  constructor(options: DocsOptions, sources: LibrarySources) {
    this.#options = options;
    this.#sources = sources;
  }

  owns(path: string): boolean {
    return owns(path, this.#options.mount ?? "");
  }

  async handle(request: WireRequest): Promise<SiteResponse> {
    return this.#today().handle(request);
  }

  /** Writes the docs as files, for a host without Node. */
  async writeFiles(options: FilesOptions): Promise<FilesReport> {
    const { writeFiles } = await import("./files/write-files.js");
    return writeFiles(new Library(this.#sources, Date.now()), this.#options, options);
  }

  /** What pages say of versions changes with the day: some are deprecated, some end. */
  #today(): Site {
    const now = Date.now();
    const day = new Date(now).toISOString().slice(0, 10);
    if (this.#site?.day === day) return this.#site.site;
    const assets = readAssets(this.#options);
    const { mount = "", keys = false } = this.#options;
    const devEvents = process.env.HOLDFAST_DEV === "1" ? `${mount}/docs/-/dev` : undefined;
    const contents = new Contents(new Library(this.#sources, now), this.#options, (looking) =>
      servedUrls({ mount, assets: assets.names, devEvents, keys }, looking),
    );
    const site = new Site(contents, assets, this.#options);
    this.#site = { day, site };
    return site;
  }
}

/**
 * The docs of an API, at every version, rendered when they are read. The default export of a module,
 * which `serveDocs` runs in a thread of its own.
 *
 * @example
 * export default await docs({ api, pages: new URL("../docs/", import.meta.url) });
 */
export async function docs(options: DocsOptions): Promise<Docs> {
  const { api, contracts, examples, pages } = options;
  return new Docs(options, {
    api,
    additions: await additionsOf(api, contracts),
    examples: await examplesOf(examples),
    prose: pages ? await readProse(pages, api) : [],
  });
}

async function examplesOf(given: DocsOptions["examples"]): Promise<ExampleSet> {
  if (!(given instanceof URL)) return given ?? noExamples;
  return existsSync(given) ? JSON.parse(await readFile(given, "utf8")) : noExamples;
}

async function additionsOf(api: Api, contracts: URL | undefined): Promise<readonly Addition[]> {
  const usual = isAbsolute(api.historyFile) ? contractsFolder(api.historyFile) : undefined;
  const folder = contracts ? fileURLToPath(contracts) : usual;
  return folder === undefined ? [] : readAdditions(folder, api);
}
