import type { SiteInfo, VersionStory } from "../pages/index.js";
import { sampleLanguages } from "../samples/index.js";
import { fillNames } from "../text/fill.js";
import type { DocsOptions } from "./docs-options.js";
import type { Library } from "./library.js";

/** The name of the author's own stylesheet, for `urls.asset`. */
export const AUTHORS_STYLES = "own.css";

/** What pages know of the site, whichever page it is. */
export class SiteFacts {
  readonly #library: Library;
  readonly #options: DocsOptions;

  constructor(library: Library, options: DocsOptions) {
    this.#library = library;
    this.#options = options;
  }

  /**
   * @param origin where the docs are read
   * @param shown a draft that is shown; other drafts are not linked
   */
  at(origin: string, shown: string): SiteInfo {
    const { api, versions } = this.#library;
    const { title, description = "", baseUrl, languages, key, sandbox, links } = this.#options;
    return {
      name: title ?? api.name,
      description,
      apiUrl: baseUrl ?? origin,
      versionHeader: api.versionHeader,
      versions: versions.filter(({ status, name }) => status !== "draft" || name === shown),
      guides: [],
      languages: languages ?? sampleLanguages,
      key: key ?? "sk_test_...",
      ...(sandbox && { sandbox }),
      ...(links && { links }),
      ...(this.#options.stylesheet && { styles: [AUTHORS_STYLES] }),
      story: (version) => this.#story(version),
    };
  }

  #story(version: string): VersionStory | undefined {
    const { api, versions, additions } = this.#library;
    const found = api.timeline.find(version);
    const contract = api.timeline.at(version);
    if (!found || !contract) return undefined;
    const index = versions.findIndex(({ name }) => name === found.name);
    const [after = "", on = ""] = [versions[index - 1]?.date, versions[index]?.date];
    return {
      changes: found.gates.map(({ gate, description }) => ({
        gate,
        description: fillNames(description, contract),
      })),
      additions: additions.filter(({ date }) => date > after && date <= on).map(({ what }) => what),
    };
  }
}
