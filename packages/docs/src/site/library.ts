import type { Api } from "holdfast";
import type { Addition } from "holdfast/floor";
import { Lifelines } from "../compare/lifelines.js";
import { Describer } from "../model/describe.js";
import type { VersionRef } from "../model/refs.js";
import { versionsOf } from "../model/versions.js";
import { type ExampleSet, Samples } from "../samples/index.js";
import type { SearchEntry } from "../search/index.js";
import { searchEntries } from "./search-entries.js";

/** What is known of an API on a day: everything that pages are made from. */
export class Library {
  readonly api: Api;
  readonly additions: readonly Addition[];
  readonly versions: readonly VersionRef[];
  readonly newest: VersionRef;
  readonly lifelines: Lifelines;
  readonly describer: Describer;
  readonly samples: Samples;
  #entries: readonly SearchEntry[] | undefined;

  /** @param now in milliseconds since 1970: versions are deprecated and end on days */
  constructor(api: Api, additions: readonly Addition[], examples: ExampleSet, now: number) {
    const versions = versionsOf(api, now);
    const newest = versions.findLast(({ status }) => status === "newest");
    if (!newest) throw new RangeError(`${api.name} has no version`);
    this.api = api;
    this.additions = additions;
    this.versions = versions;
    this.newest = newest;
    this.lifelines = new Lifelines(api, additions);
    this.describer = new Describer(api, this.lifelines);
    this.samples = new Samples(api, examples);
  }

  /** Every name that anything has or had, and every page of prose. */
  get entries(): readonly SearchEntry[] {
    this.#entries ??= searchEntries(this.lifelines.names());
    return this.#entries;
  }
}
