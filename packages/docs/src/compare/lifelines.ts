import type { Api } from "holdfast";
import type { Addition } from "holdfast/floor";
import type { Life, SubjectRef } from "../model/refs.js";
import type { Chain } from "./chains.js";
import { shapeAt } from "./existing.js";
import { Histories, type Located } from "./histories.js";
import { type KnownName, knownNames } from "./known-names.js";
import { ReleasedLater } from "./released-later.js";
import { joinedSpans, type Span, spansOf } from "./spans.js";
import { type Part, standInsFor } from "./stand-ins.js";
import { takenPlaceOf } from "./taken-place.js";
import { valueSpans, variantSpans } from "./value-chain.js";

/**
 * From when to when everything exists, and how it was called: over the released versions, and over
 * the drafts too for who asks at one. Lives are made when they are asked for; those of subjects are
 * kept.
 */
export class Lifelines {
  readonly #histories: Histories;
  readonly #later: ReleasedLater;
  readonly #subjects = new Map<string, Life>();
  #names: readonly KnownName[] | undefined;

  /** @param additions what came without a gate: the ledger of the floors */
  constructor(api: Api, additions: readonly Addition[] = []) {
    this.#histories = new Histories(api);
    this.#later = new ReleasedLater(api, additions);
  }

  method(name: string): Life {
    return this.#subject({ on: "method", name });
  }

  resource(name: string): Life {
    return this.#subject({ on: "resource", name });
  }

  event(name: string): Life {
    return this.#subject({ on: "event", name });
  }

  error(name: string): Life {
    return this.#subject({ on: "error", name });
  }

  /**
   * The life of a param or field. A resource's name may be the key of one of its places or forms.
   *
   * @param path the caller's way to it at `version`; `source<card>` on the way says which variant
   * of a union is meant
   */
  attribute(subject: SubjectRef, part: Part, path: readonly string[], version: string): Life {
    const { located, chain, count } = this.#find({ subject, path }, version);
    const spans = chain.map(({ attribute, from, to }) => ({ name: attribute.name, from, to }));
    return {
      ...this.#life(spans, count),
      addedOn: this.#attributeAddedOn(located.subject, chain),
      replacedBy: this.#standIns(located, chain, count, part),
    };
  }

  /** The life of a value of an enum, by what it is called at `version`; `path` leads to the enum. */
  value(subject: SubjectRef, path: readonly string[], version: string, value: string): Life {
    const { chain, count, index } = this.#find({ subject, path }, version);
    return this.#life(valueSpans(chain, index, value), count);
  }

  /** The life of a variant of a union, by what it is called at `version`; `path` leads to the union. */
  variant(subject: SubjectRef, path: readonly string[], version: string, called: string): Life {
    const { chain, count, index } = this.#find({ subject, path }, version);
    const here = chain.find(({ from, to }) => from <= index && index <= to);
    const arm = here?.attribute.field.info.kind.arms?.find((one) => one.called === called);
    return this.#life(arm ? variantSpans(chain, arm.head) : [], count);
  }

  /**
   * Whether a version had something not yet when it was released, but has it since, without a gate.
   *
   * @param path the attribute's, as the version calls it; empty for the subject itself
   */
  isReleasedLater(subject: SubjectRef, path: readonly string[], version: string): boolean {
    return this.#later.addedOn(subject, path, version) !== undefined;
  }

  /** Every name that anything has or had at a released version. */
  names(): readonly KnownName[] {
    this.#names ??= knownNames(this.#histories, this);
    return this.#names;
  }

  #subject(subject: SubjectRef): Life {
    const key = `${subject.on} ${subject.name}`;
    const life = this.#subjects.get(key) ?? this.#subjectLife(subject);
    // What is asked for is defined, so that there is an end to them.
    this.#subjects.set(key, life);
    return life;
  }

  #subjectLife(subject: SubjectRef): Life {
    const { contracts, released, versions } = this.#histories;
    const shown = spansOf(this.#histories.stretches(subject, released));
    const count = shown.length > 0 ? released : versions.length;
    const spans = shown.length > 0 ? shown : spansOf(this.#histories.stretches(subject, count));
    const life = this.#life(spans, count);
    const until = contracts[versions.indexOf(life.until ?? "")];
    return {
      ...life,
      addedOn: this.#addedOn(subject, [], spans),
      replacedBy: until ? takenPlaceOf(subject, contracts, until) : [],
    };
  }

  #life(spans: readonly Span[], count: number): Life {
    const { versions } = this.#histories;
    const [first] = spans;
    const to = Math.max(...spans.map((span) => span.to));
    return {
      since: first && first.from > 0 ? versions[first.from] : undefined,
      until: to < count - 1 ? versions[to + 1] : undefined,
      names: joinedSpans(spans).map(({ name, ...span }) => ({
        name,
        from: versions[span.from] ?? "",
        to: versions[span.to] ?? "",
      })),
      addedOn: undefined,
      replacedBy: [],
    };
  }

  #find(asked: Located, version: string) {
    const located = this.#histories.locate(asked, version);
    const count = this.#histories.countAt(version);
    const index = this.#histories.indexOf(version);
    const chain = this.#histories.chains(located.subject, count).at(index, located.path) ?? [];
    return { located, chain, count, index };
  }

  #standIns({ subject }: Located, chain: Chain, count: number, part: Part): readonly string[] {
    const last = chain.at(-1);
    if (!last || last.to >= count - 1) return [];
    const [before, after] = [last.to, last.to + 1].map((index) => {
      const contract = this.#histories.contracts[index];
      return contract && shapeAt(contract, subject);
    });
    if (!before || !after) return [];
    return standInsFor(last.attribute, before, after, part).map(({ name }) => name);
  }

  #attributeAddedOn(subject: SubjectRef, chain: Chain): string | undefined {
    const days = chain.flatMap(
      ({ attribute, from, to }) =>
        this.#addedOn(subject, attribute.path, [{ name: "", from, to }]) ?? [],
    );
    return days.sort()[0];
  }

  /** The first day on which something that some versions had not came to one of them. */
  #addedOn(
    subject: SubjectRef,
    path: readonly string[],
    spans: readonly Span[],
  ): string | undefined {
    if (this.#later.isEmpty) return undefined;
    const { versions } = this.#histories;
    const days = spans.flatMap(({ from, to }) =>
      versions
        .slice(from, to + 1)
        .flatMap((name) => this.#later.addedOn(subject, path, name) ?? []),
    );
    return days.sort()[0];
  }
}
