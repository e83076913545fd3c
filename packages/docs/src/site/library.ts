import type { Api } from "holdfast";
import type { Addition } from "holdfast/floor";
import { type Changelog, changelogOf } from "../changelog/index.js";
import { Lifelines } from "../compare/lifelines.js";
import { Describer } from "../model/describe.js";
import type { VersionRef } from "../model/refs.js";
import { versionsOf } from "../model/versions.js";
import type { ProseDocument } from "../prose/index.js";
import { type ExampleSet, Samples } from "../samples/index.js";
import { type IndexedName, indexNames, type SearchEntry } from "../search/index.js";
import { searchEntries } from "./search-entries.js";

/** What an author gives. */
export interface LibrarySources {
  readonly api: Api;
  /** What came without gates. */
  readonly additions: readonly Addition[];
  readonly examples: ExampleSet;
  /** Pages of prose, in their order. */
  readonly prose: readonly ProseDocument[];
}

/** What is known of an API on a day: everything that pages are made from. */
export class Library implements LibrarySources {
  readonly api: Api;
  readonly additions: readonly Addition[];
  readonly examples: ExampleSet;
  readonly prose: readonly ProseDocument[];
  readonly versions: readonly VersionRef[];
  readonly newest: VersionRef;
  readonly lifelines: Lifelines;
  readonly describer: Describer;
  readonly samples: Samples;
  /** The samples less what versions had not yet when they were released. */
  readonly released: Samples;
  readonly changelog: Changelog;
  #names: readonly IndexedName[] | undefined;

  /** @param now in milliseconds since 1970: versions are deprecated and end on days */
  constructor({ api, additions, examples, prose }: LibrarySources, now: number) {
    const versions = versionsOf(api, now);
    const newest = versions.findLast(({ status }) => status === "newest");
    if (!newest) throw new RangeError(`${api.name} has no version`);
    this.api = api;
    this.additions = additions;
    this.examples = examples;
    this.prose = prose;
    this.versions = versions;
    this.newest = newest;
    this.lifelines = new Lifelines(api, additions);
    this.describer = new Describer(api, this.lifelines);
    this.samples = new Samples(api, examples);
    this.released = this.samples.asReleased(this.lifelines);
    this.changelog = changelogOf(api, this.samples, { additions, now });
  }

  /** Every name that anything has or had, and every page of prose. */
  get names(): readonly IndexedName[] {
    this.#names ??= indexNames([...searchEntries(this.lifelines.names()), ...this.#pages()]);
    return this.#names;
  }

  #pages(): readonly SearchEntry[] {
    const from = this.versions[0]?.name ?? this.newest.name;
    const ever = { from, to: this.newest.name, kind: "page", subject: "", anchor: "" } as const;
    return this.prose.map(({ title, slug }) => ({ ...ever, name: title, now: title, slug }));
  }
}
