import type { Api } from "holdfast";
import type { Addition } from "holdfast/floor";
import { affectedBy, differencesOfGate } from "../compare/gate.js";
import { versionsOf } from "../model/versions.js";
import { fillNames } from "../text/fill.js";
import { beforeAfterOf } from "./before-after.js";
import { draftEntries, entriesOf } from "./entries.js";
import type { BeforeAfter, Change, Entry, ReleaseEntry } from "./entry.js";
import { kindOf } from "./kind-of.js";
import type { SampleSource } from "./sample-source.js";

/** What a changelog is made from, beside the API. */
interface ChangelogOptions {
  /** What came without gates: the ledger of the floors. */
  readonly additions?: readonly Addition[];
  /** In milliseconds since 1970; now, if left out. */
  readonly now?: number;
}

/**
 * What changed in an API, newest first. Entries are made at once and are small; what a change did
 * exactly is found out when it is asked for, and kept.
 */
export class Changelog {
  readonly api: Api;
  readonly entries: readonly Entry[];
  /** What is not released yet, first to be released first: for those who know where to look. */
  readonly drafts: readonly ReleaseEntry[];
  readonly #samples: SampleSource;
  readonly #changes = new Map<string, Change>();
  readonly #examples = new Map<string, readonly BeforeAfter[]>();

  constructor(api: Api, samples: SampleSource, options: ChangelogOptions = {}) {
    const versions = versionsOf(api, options.now);
    this.api = api;
    this.entries = entriesOf(api, versions, options.additions ?? []);
    this.drafts = draftEntries(api, versions);
    this.#samples = samples;
  }

  /** The entry of a version or a draft; undefined for what is no release. */
  release(version: string): ReleaseEntry | undefined {
    const name = this.api.timeline.find(version)?.name;
    const found = [...this.drafts, ...this.entries].find(({ id }) => id === name);
    return found?.is === "release" ? found : undefined;
  }

  /** What a gate did when it ended; undefined for one that no version and no amend lists. */
  change(gate: string): Change | undefined {
    const known = this.#changes.get(gate);
    if (known) return known;
    const entry = this.api.timeline.gates.get(gate);
    if (!entry) return undefined;
    const { planned, version, description } = entry;
    const differences = planned ? [] : differencesOfGate(this.api, gate);
    const contract = this.api.timeline.at(version) ?? this.api.timeline.newest;
    const made: Change = {
      gate,
      description: fillNames(description, contract),
      planned,
      kinds: [...new Set(differences.map(kindOf))],
      differences,
      affects: planned ? [] : affectedBy(this.api, gate),
      mends: [...new Set(differences.flatMap(({ mend }) => mend ?? []))],
    };
    this.#changes.set(gate, made);
    return made;
  }

  /** The changes of a release, in the author's order. */
  changesOf({ gates }: ReleaseEntry): readonly Change[] {
    return gates.flatMap((gate) => this.change(gate) ?? []);
  }

  /** What samples show on either side of a change. */
  examples(gate: string): readonly BeforeAfter[] {
    const known = this.#examples.get(gate);
    if (known) return known;
    const change = this.change(gate);
    const made = change ? beforeAfterOf(this.api, this.#samples, change) : [];
    this.#examples.set(gate, made);
    return made;
  }
}

/** The changelog of an API, to be asked as often as one likes. */
export function changelogOf(
  api: Api,
  samples: SampleSource,
  options?: ChangelogOptions,
): Changelog {
  return new Changelog(api, samples, options);
}
