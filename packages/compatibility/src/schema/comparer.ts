import { compareLists } from "./compare-lists.js";
import { compareObjects } from "./compare-objects.js";
import { compareScalars } from "./compare-scalars.js";
import { Containment } from "./containment.js";
import type { Child, Local, LocalDifference, Shown } from "./difference.js";
import { Expansion } from "./expand.js";
import type { Flat } from "./flat.js";
import { narrowed, possibleTypes } from "./flat.js";
import { canonical, type Json } from "./json.js";
import type { Node, NodeParts } from "./node.js";
import { Sampler } from "./sampler.js";
import type { Term, Terms } from "./term.js";
import { anyNumber, typeGroups, typeNames, types } from "./types.js";
import { findWitness } from "./witness.js";

/** Compares terms, each pair once. */
export class Comparer {
  readonly terms: Terms;
  readonly expansion: Expansion;
  readonly containment: Containment;
  readonly sampler: Sampler;
  readonly #locals = new Map<string, Local>();
  readonly #nodes = new Map<string, Node>();
  readonly #parts = new Map<Node, NodeParts>();
  readonly #witnesses = new Map<string, Json | undefined>();

  constructor(terms: Terms) {
    this.terms = terms;
    this.expansion = new Expansion(terms);
    this.containment = new Containment(this.expansion);
    this.sampler = new Sampler(this.expansion);
  }

  /** What two terms differ in by themselves, and their parts that have to be compared. */
  local(old: Term, next: Term): Local {
    if (old === next) return { differences: [], children: [] };
    const key = `${old.id} ${next.id}`;
    let local = this.#locals.get(key);
    if (!local) {
      local = this.#compare(old, next);
      this.#locals.set(key, local);
    }
    return local;
  }

  /** The place of two terms, in a whole to which what is smaller or larger there may matter. */
  node(old: Term, next: Term, narrower: boolean, wider: boolean): Node {
    const less = narrower && !this.containment.holds(old, next);
    const more = wider && !this.containment.holds(next, old);
    const key = `${old.id} ${next.id} ${less} ${more}`;
    let node = this.#nodes.get(key);
    if (!node) {
      node = { old, new: next, narrower: less, wider: more };
      this.#nodes.set(key, node);
    }
    return node;
  }

  /** What differs at a place, and the places below. */
  parts(node: Node): NodeParts {
    let parts = this.#parts.get(node);
    if (!parts) {
      const { narrower, wider } = node;
      const { differences, children } = this.local(node.old, node.new);
      parts = {
        differences: differences.filter(
          ({ effect }) => (effect !== "narrower" || narrower) && (effect !== "wider" || wider),
        ),
        children: children.map((child) => ({
          segment: child.segment,
          node: this.node(child.old, child.new, narrower, wider),
        })),
      };
      this.#parts.set(node, parts);
    }
    return parts;
  }

  /** A value of one term that is none of another; undefined if none was found. */
  witness(one: Term, other: Term): Json | undefined {
    const key = `${one.id} ${other.id}`;
    if (!this.#witnesses.has(key)) this.#witnesses.set(key, findWitness(this.sampler, one, other));
    return this.#witnesses.get(key);
  }

  /** Values that tell two terms apart, one for each direction that has one. */
  shown(old: Term, next: Term, within = this.terms.always): readonly Shown[] {
    const lost = this.witness(this.terms.all([old, within]), next);
    const won = this.witness(this.terms.all([next, within]), old);
    return [
      ...(lost === undefined ? [] : [{ value: lost, holds: "old" as const }]),
      ...(won === undefined ? [] : [{ value: won, holds: "new" as const }]),
    ];
  }

  #compare(old: Term, next: Term): Local {
    const olds = this.expansion.of(old);
    const nexts = this.expansion.of(next);
    const notes = this.#notes(old, next);
    if (!olds || !nexts) return { differences: notes, children: [] };
    const differences: LocalDifference[] = [...notes, ...this.#types(old, next, olds, nexts)];
    const children: Child[] = [];
    for (const group of typeGroups) {
      const ones = ofGroup(olds, group);
      const others = ofGroup(nexts, group);
      if (ones.length === 0 || others.length === 0 || group === types.null) continue;
      const found = this.#group(group, { old, next, ones, others });
      differences.push(...found.differences);
      children.push(...found.children);
    }
    return {
      differences: this.#relevant(old, next, unique(differences)),
      children: uniqueChildren(children),
    };
  }

  #group(group: number, pair: Pair): Local {
    const listed = [...pair.ones, ...pair.others].some(({ values }) => values);
    if (group === types.object && !listed) return compareObjects(this, pair);
    if (group === types.array && !listed) return compareLists(this, pair);
    return { differences: compareScalars(this, group, pair), children: [] };
  }

  /** What is larger or smaller only in a part that another part makes up for is neither. */
  #relevant(
    old: Term,
    next: Term,
    differences: readonly LocalDifference[],
  ): readonly LocalDifference[] {
    return differences.filter(({ effect }) => {
      if (effect === "narrower") return !this.containment.holds(old, next);
      if (effect === "wider") return !this.containment.holds(next, old);
      return true;
    });
  }

  #types(
    old: Term,
    next: Term,
    olds: readonly Flat[],
    nexts: readonly Flat[],
  ): readonly LocalDifference[] {
    const before = typesOf(olds);
    const after = typesOf(nexts);
    const lost = groupsIn(before & ~after, after);
    const won = groupsIn(after & ~before, before);
    const cause = `type ${before} ${after}`;
    const was = named(before);
    const is = named(after);
    const say = (effect: "narrower" | "wider", group: number, message: string) => ({
      effect,
      about: "type",
      message,
      cause,
      shows: () => this.shown(old, next, this.terms.of({ types: group })),
    });
    if (lost && won) {
      const message = `was ${was} and is now ${is}`;
      return [say("narrower", lost, message), say("wider", won, message)];
    }
    if (lost) return [say("narrower", lost, `can no longer be ${named(lost)}`)];
    return won ? [say("wider", won, `can now be ${named(won)} as well`)] : [];
  }

  /** What is said of a value without saying which values there are. */
  #notes(old: Term, next: Term): readonly LocalDifference[] {
    const before = this.#default(old);
    const after = this.#default(next);
    const found: LocalDifference[] = [];
    if (canonical(before) !== canonical(after)) found.push(defaultNote(before, after));
    if (!this.#isDeprecated(old) && this.#isDeprecated(next)) {
      found.push({
        effect: "added",
        about: "deprecated",
        message: "is deprecated",
        cause: `deprecated ${next.id}`,
        shows: () => [],
      });
    }
    return found;
  }

  #default(term: Term, depth = 0): Json | undefined {
    const body = this.terms.body(term);
    if (typeof body === "boolean" || depth > 6) return undefined;
    if (body.default !== undefined) return body.default;
    const parts = body.allOf ?? [];
    return parts.map((part) => this.#default(part, depth + 1)).find((one) => one !== undefined);
  }

  #isDeprecated(term: Term, depth = 0): boolean {
    const body = this.terms.body(term);
    if (typeof body === "boolean" || depth > 6) return false;
    if (body.deprecated) return true;
    return (body.allOf ?? []).some((part) => this.#isDeprecated(part, depth + 1));
  }
}

/** Two terms, and their alternatives of one type. */
export interface Pair {
  readonly old: Term;
  readonly next: Term;
  readonly ones: readonly Flat[];
  readonly others: readonly Flat[];
}

function defaultNote(before: Json | undefined, after: Json | undefined): LocalDifference {
  const shown = (value: Json | undefined) => JSON.stringify(value);
  const message =
    before === undefined
      ? `has the default ${shown(after)}, where none was told`
      : after === undefined
        ? `no longer has the default ${shown(before)}`
        : `has the default ${shown(after)} instead of ${shown(before)}`;
  return {
    effect: before === undefined ? "added" : "other",
    about: "default",
    message,
    cause: `default ${shown(before)} ${shown(after)}`,
    shows: () => [],
  };
}

function ofGroup(flats: readonly Flat[], group: number): readonly Flat[] {
  return flats
    .filter((flat) => flat.types & group)
    .map((flat) => narrowed(flat, group))
    .filter((flat) => possibleTypes(flat) !== 0);
}

function typesOf(flats: readonly Flat[]): number {
  return flats.reduce((set, flat) => set | flat.types, 0);
}

/** The types of which the other side has nothing at all. */
function groupsIn(set: number, other: number): number {
  return (
    typeGroups
      .filter((group) => set & group && !(other & group))
      .reduce((all, one) => all | one, 0) &
    (set | anyNumber)
  );
}

function named(set: number): string {
  const names = typeNames(set);
  return names.length === 7 || names.length === 0 ? "anything" : names.join(" or ");
}

function unique(differences: readonly LocalDifference[]): readonly LocalDifference[] {
  const known = new Map<string, LocalDifference>();
  for (const one of differences) {
    const key = `${one.effect} ${one.about} ${one.name ?? ""} ${one.cause}`;
    if (!known.has(key)) known.set(key, one);
  }
  return [...known.values()];
}

function uniqueChildren(children: readonly Child[]): readonly Child[] {
  const known = new Map<string, Child>();
  for (const child of children) {
    if (child.old === child.new) continue;
    known.set(`${child.segment} ${child.old.id} ${child.new.id}`, child);
  }
  return [...known.values()];
}
