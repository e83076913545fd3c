import type { Contract } from "holdfast/contract";
import { stretchesOf } from "../compare/stretches.js";
import type { SubjectRef, VersionRef } from "../model/refs.js";
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
  readonly #offers: (version: VersionRef) => boolean;
  readonly #changedAt = new Map<string, ReadonlySet<string>>();
  #contracts: readonly Contract[] | undefined;

  /** @param offers which versions pages offer */
  constructor(library: Library, options: DocsOptions, offers: (version: VersionRef) => boolean) {
    this.#library = library;
    this.#options = options;
    this.#offers = offers;
  }

  /**
   * @param origin where the docs are read
   * @param shown a draft that is shown; other drafts are not linked
   */
  at(origin: string, shown: string): SiteInfo {
    const { api, versions, prose, additions } = this.#library;
    const { title, description = "", baseUrl, languages, key, sandbox, links } = this.#options;
    return {
      name: title ?? api.name,
      description,
      apiUrl: baseUrl ?? origin,
      versionHeader: api.versionHeader,
      versions: versions.filter(
        (one) => one.name === shown || (one.status !== "draft" && this.#offers(one)),
      ),
      guides: prose.map((page) => ({ slug: page.slug, title: page.title })),
      languages: languages ?? sampleLanguages,
      key: key ?? "sk_test_...",
      ...(sandbox && { sandbox }),
      ...(links && { links }),
      ...(this.#options.stylesheet && { styles: [AUTHORS_STYLES] }),
      hasAdditions: additions.length > 0,
      story: (version) => this.#story(version),
      changedAt: (subject) => this.#changes(subject),
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

  /** The versions at which a subject itself became another, to who was there before. */
  #changes(subject: SubjectRef): ReadonlySet<string> {
    const key = `${subject.on} ${subject.name}`;
    const known = this.#changedAt.get(key);
    if (known) return known;
    const { versions, api } = this.#library;
    this.#contracts ??= versions.map(({ name }) => api.timeline.at(name) ?? api.timeline.head);
    const [, ...later] = stretchesOf(this.#contracts, subject);
    const names = new Set(later.map(({ from }) => versions[from]?.name ?? ""));
    this.#changedAt.set(key, names);
    return names;
  }
}
