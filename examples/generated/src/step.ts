import type { FieldPlan, Tag } from "./plan.js";
import type { Random } from "./random.js";
import {
  type Node,
  nodeOf,
  type Owner,
  type Standing,
  type StandingMethod,
  type StandingResource,
} from "./standing.js";

/**
 * One version on the way back. All changes of a version apply at once, so that each part of the
 * API is touched by at most one of them.
 */
export class Step {
  readonly standing: Standing;
  readonly random: Random;
  readonly number: number;
  readonly #touched = new Set<unknown>();
  #names = 0;

  constructor(standing: Standing, random: Random, number: number) {
    this.standing = standing;
    this.random = random;
    this.number = number;
  }

  /** A part that no change of this version has touched yet; it counts as touched from now on. */
  take<T>(parts: readonly T[]): T | undefined {
    const part = this.random.pick(parts.filter((one) => !this.#touched.has(one)));
    if (part !== undefined) this.touch(part);
    return part;
  }

  touch(part: unknown): void {
    this.#touched.add(part);
  }

  isFree(part: unknown): boolean {
    return !this.#touched.has(part);
  }

  /** A name that nothing has at any version. */
  name(base: string): string {
    this.#names++;
    const stem = base.replace(/_\d+[a-z]+$/, "");
    return `${stem}_${this.number}${String.fromCharCode(96 + this.#names)}`;
  }

  /** A field of a resource: at the top, or in an object there. */
  field(tags: readonly Tag[]): { owner: StandingResource; node: Node } | undefined {
    return this.#node(this.standing.resources, tags);
  }

  /** A param of a method that is there at this version. */
  param(
    tags: readonly Tag[],
    actions: readonly StandingMethod["plan"]["action"][],
  ): { owner: StandingMethod; node: Node } | undefined {
    const methods = this.standing.methods.filter(
      ({ exists, plan }) => exists && actions.includes(plan.action),
    );
    return this.#node(methods, tags);
  }

  #node<O extends Owner>(
    owners: readonly O[],
    tags: readonly Tag[],
  ): { owner: O; node: Node } | undefined {
    for (const owner of this.random.shuffled(owners).slice(0, 5)) {
      const node = this.take(owner.nodes.filter(({ plan }) => tags.includes(plan.tag)));
      if (node) return { owner, node };
    }
    return undefined;
  }

  /** Adds what only older versions have. */
  keep(owner: Owner, plans: FieldPlan[], plan: FieldPlan): Node {
    plans.push(plan);
    const node = nodeOf(plan);
    owner.nodes.push(node);
    this.touch(node);
    return node;
  }
}

/** Takes a field out of where it stands. */
export function takeOut(owner: Owner, node: Node): void {
  const siblings = node.parent?.members ?? owner.nodes;
  siblings.splice(siblings.indexOf(node), 1);
}
