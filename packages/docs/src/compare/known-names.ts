import type { SubjectRef } from "../model/refs.js";
import type { Attribute } from "./attributes.js";
import type { Chain, Link } from "./chains.js";
import { namesAt, shapeAt, subjectsOf } from "./existing.js";
import type { Histories } from "./histories.js";
import type { Lifelines } from "./lifelines.js";
import { resourceOf } from "./reachable.js";
import { joinedSpans, type Span, spansOf } from "./spans.js";
import { type Part, standInsFor } from "./stand-ins.js";
import { valueSpans, valuesOf } from "./value-chain.js";

/** A name that something has, or had, at some versions. */
export interface KnownName {
  /** The whole path for an attribute: `source.last4`. */
  readonly name: string;
  readonly subject: SubjectRef;
  readonly part?: Part;
  /** The newest path, or that of the last version that had it; for a value, its enum's. */
  readonly path?: readonly string[];
  readonly kind: "method" | "resource" | "event" | "error" | "param" | "field" | "value";
  /** The first and the last version at which it was called so. */
  readonly from: string;
  readonly to: string;
  /** What it, or what took its place, is called at the newest version; undefined where it is gone. */
  readonly now: string | undefined;
}

/** Every name of the released versions, subject by subject. */
export function knownNames(histories: Histories, lifelines: Lifelines): readonly KnownName[] {
  const { contracts, released, versions } = histories;
  const newest = contracts[released - 1];
  if (!newest) return [];
  const collector = new Collector(histories);
  return subjectsOf(newest).flatMap((subject): KnownName[] => {
    const spans = spansOf(histories.stretches(subject, released));
    const [today] = namesAt(newest, subject);
    const now = today ?? lifelines[subject.on](subject.name).replacedBy[0];
    const own = spans.map(({ name, from, to }) => ({
      name,
      subject,
      kind: subject.on,
      from: versions[from] ?? "",
      to: versions[to] ?? "",
      now: to === released - 1 ? name : now,
    }));
    return [...own, ...collector.attributes(subject)];
  });
}

/** Collects the names of attributes and of their values. */
class Collector {
  readonly #histories: Histories;
  /** Keys of places, of forms and of what single methods answer, by what they are of. */
  readonly #keys = new Map<string, Set<string>>();

  constructor(histories: Histories) {
    this.#histories = histories;
    for (const { resources, errors } of histories.contracts.slice(0, histories.released)) {
      for (const key of resources.keys()) this.#keep("resource", key);
      for (const key of errors.keys()) this.#keep("error", key);
    }
  }

  /** Those of a subject, and those that it has only somewhere. */
  attributes(subject: SubjectRef): readonly KnownName[] {
    const own = this.#namesOf(subject, subject, () => true);
    const known = new Set(own.map(({ name }) => name));
    const keys = this.#keys.get(`${subject.on} ${subject.name}`) ?? [];
    const elsewhere = [...keys].flatMap((key) => {
      const defined = { on: subject.on, name: key };
      const all = this.#namesOf(defined, subject, (link) => this.#isAt(key, link));
      return all.filter(({ name }) => !known.has(name)).map((one) => this.#inPlace(one, key));
    });
    return [...own, ...elsewhere];
  }

  /** A name at one place only is one of what stands around the place. */
  #inPlace(one: KnownName, key: string): KnownName {
    const { contracts, released } = this.#histories;
    const owner = contracts.map(({ resources }) => resources.get(key)?.place?.owner).find(Boolean);
    if (owner === undefined || owner.includes("@")) return one;
    const subject = { on: "resource", name: owner } as const;
    const holds = ({ attribute }: Link) => attribute.field.info.kind.resource === key;
    const chain = this.#histories.chains(subject, released).all.find((all) => all.some(holds));
    const [way, now] = [chain?.findLast(holds), chain?.at(-1)].map((link) => link?.attribute);
    if (!way || !now) return one;
    const isThere = one.now !== undefined && chain?.at(-1)?.to === released - 1;
    const path = [...(isThere ? now : way).path, ...(one.path ?? [])];
    if (one.kind === "value") return { ...one, subject, path };
    const today = isThere ? `${now.name}.${one.now}` : undefined;
    return { ...one, subject, path, name: `${way.name}.${one.name}`, now: today };
  }

  #keep(on: SubjectRef["on"], key: string): void {
    if (!key.includes("@")) return;
    const of = `${on} ${resourceOf(key)}`;
    this.#keys.set(of, (this.#keys.get(of) ?? new Set()).add(key));
  }

  /** Whether a place, or a form, was one of its own while something was called so. */
  #isAt(key: string, { from, to }: Link): boolean {
    const during = this.#histories.contracts.slice(from, to + 1);
    return during.some(({ resources, errors }) => resources.has(key) || errors.has(key));
  }

  #namesOf(
    defined: SubjectRef,
    subject: SubjectRef,
    counts: (link: Link) => boolean,
  ): readonly KnownName[] {
    const { released } = this.#histories;
    const part: Part = subject.on === "method" ? "params" : "fields";
    return this.#histories.chains(defined, released).all.flatMap((whole): KnownName[] => {
      const chain = whole.filter((link) => link.attribute.listed && counts(link));
      if (chain.length === 0) return [];
      const standing = this.#standingFor(defined, whole, part)?.attribute;
      const today = standing?.listed ? standing : undefined;
      const { versions } = this.#histories;
      const pathAt = (at: number) =>
        chain.findLast(({ from, to }) => from <= at && at <= to)?.attribute.path ?? [];
      const named = (all: readonly Span[], kind: KnownName["kind"], now: string | undefined) =>
        joinedSpans(all).map(({ name, from, to }) => ({
          name,
          subject,
          part,
          path: now !== undefined && today ? today.path : pathAt(to),
          kind,
          from: versions[from] ?? "",
          to: versions[to] ?? "",
          now,
        }));
      return [
        ...named(chain.map(spanOf), part === "params" ? "param" : "field", today?.name),
        ...valuesIn(chain).flatMap((all) => named(all, "value", this.#valueNow(all, today))),
      ];
    });
  }

  /** What a value is called at the newest version, perhaps of what took the place of its enum. */
  #valueNow(spans: readonly Span[], today: Attribute | undefined): string | undefined {
    const last = spans.at(-1);
    if (!last || last.to === this.#histories.released - 1) return last?.name;
    return today && valuesOf(today.field).find((value) => value === last.name);
  }

  /** The attribute at the newest version, or the first that took its place. */
  #standingFor(
    subject: SubjectRef,
    chain: Chain,
    part: Part,
    seen = new Set<Chain>(),
  ): Link | undefined {
    const { contracts, released } = this.#histories;
    const last = chain.at(-1);
    if (!last || seen.has(chain) || last.to === released - 1) return last;
    const [before, after] = contracts
      .slice(last.to, last.to + 2)
      .map((contract) => shapeAt(contract, subject));
    const [standIn] = before && after ? standInsFor(last.attribute, before, after, part) : [];
    const next = standIn && this.#histories.chains(subject, released).at(last.to + 1, standIn.path);
    return next && this.#standingFor(subject, next, part, seen.add(chain));
  }
}

/** The spans of each value that an enum had, each value once. */
function valuesIn(chain: Chain): readonly (readonly Span[])[] {
  const found: (readonly Span[])[] = [];
  const covered = new Set<string>();
  for (const { attribute, from } of chain) {
    for (const value of valuesOf(attribute.field)) {
      if (covered.has(`${from} ${value}`)) continue;
      const spans = valueSpans(chain, from, value);
      for (const span of spans) covered.add(`${span.from} ${span.name}`);
      if (spans.length > 0) found.push(spans);
    }
  }
  return found;
}

function spanOf({ attribute, from, to }: Link): Span {
  return { name: attribute.name, from, to };
}
