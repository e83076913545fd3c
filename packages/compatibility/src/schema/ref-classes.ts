import { createHash } from "node:crypto";
import { outline, type Source } from "./source.js";

/** What a reference leads to: equal for two references, in whatever documents, that say the same. */
export interface RefClass {
  readonly name: string;
  /** Whether it can be reached from within itself. */
  readonly recursive: boolean;
}

interface Target {
  readonly text: string;
  readonly next: readonly string[];
}

const separator = "\n";

/**
 * Finds out which references say the same, by refining a partition until it is stable: targets with
 * the same words are told apart only by what they refer to.
 */
export class RefClasses {
  readonly #targets = new Map<string, Target>();
  #classes: ReadonlyMap<string, RefClass> | undefined;

  /** Adds everything that a schema refers to. */
  add(source: Source, schema: unknown): void {
    const waiting = outline(schema).refs.map((ref) => keyOf(source, ref));
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (this.#targets.has(key)) continue;
      const { text, refs } = outline(source.resolve(key.slice(key.indexOf(separator) + 1)));
      const next = refs.map((ref) => keyOf(source, ref));
      this.#targets.set(key, { text: `${source.dialect} ${text}`, next });
      this.#classes = undefined;
      waiting.push(...next);
    }
  }

  /** The class of a reference that was added. */
  of(source: Source, ref: string): RefClass {
    this.#classes ??= this.#refine();
    return this.#classes.get(keyOf(source, ref)) ?? { name: keyOf(source, ref), recursive: true };
  }

  #refine(): ReadonlyMap<string, RefClass> {
    const recursive = this.#recursive();
    let classes = new Map([...this.#targets.keys()].map((key) => [key, ""]));
    for (let count = 0; ; ) {
      const finer = new Map(
        [...this.#targets].map(([key, { text, next }]) => [
          key,
          hash([text, ...next.map((ref) => classes.get(ref) ?? ref)].join(separator)),
        ]),
      );
      const size = new Set(finer.values()).size;
      classes = finer;
      if (size === count) break;
      count = size;
    }
    return new Map(
      [...classes].map(([key, name]) => [key, { name, recursive: recursive.has(key) }]),
    );
  }

  /** What lies on a cycle: what is left when everything that leads to no cycle, or from none, is taken away. */
  #recursive(): ReadonlySet<string> {
    const ahead = new Map([...this.#targets].map(([key, { next }]) => [key, next]));
    const behind = new Map<string, string[]>();
    for (const [key, next] of ahead) {
      for (const one of next) {
        const before = behind.get(one);
        if (before) before.push(key);
        else behind.set(one, [key]);
      }
    }
    const leadsOn = withoutEnds(ahead, behind);
    const comesFrom = withoutEnds(behind, ahead);
    return new Set([...leadsOn].filter((key) => comesFrom.has(key)));
  }
}

/** Keys from which one can go on for ever. */
function withoutEnds(
  ahead: ReadonlyMap<string, readonly string[]>,
  behind: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const left = new Map([...ahead].map(([key, next]) => [key, next.length]));
  const ends = [...new Set([...ahead.keys(), ...behind.keys()])].filter((key) => !left.get(key));
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    left.delete(end);
    for (const key of behind.get(end) ?? []) {
      const count = (left.get(key) ?? 0) - 1;
      left.set(key, count);
      if (count === 0) ends.push(key);
    }
  }
  return new Set(left.keys());
}

function keyOf(source: Source, ref: string): string {
  return `${source.name}${separator}${ref}`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
