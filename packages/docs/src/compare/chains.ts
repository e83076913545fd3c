import type { ObjectShape } from "holdfast/contract";
import { type Attribute, attributesOf } from "./attributes.js";
import { matched } from "./matching.js";

/** An attribute as it was from one version to another, by their places in the history. */
export interface Link {
  readonly attribute: Attribute;
  readonly from: number;
  to: number;
}

/** One attribute over all versions that have it, oldest first. */
export type Chain = Link[];

/** The attributes of a subject over all versions. */
export interface Chains {
  readonly all: readonly Chain[];
  /** The one that callers of a version call so. */
  at(version: number, path: readonly string[]): Chain | undefined;
}

/** Follows the attributes of a subject through its shapes, oldest first; undefined: it has none. */
export function chainsOf(shapes: readonly (ObjectShape | undefined)[]): Chains {
  const all: Chain[] = [];
  const byPath: (ReadonlyMap<string, Chain> | undefined)[] = [];
  let open = new Map<Attribute, Chain>();
  let before: ObjectShape | undefined;
  for (const [index, shape] of shapes.entries()) {
    if (shape === before && shape) {
      for (const chain of open.values()) extend(chain, index);
      byPath.push(byPath.at(-1));
      continue;
    }
    open = shape ? next(open, before, shape, index, all) : new Map();
    byPath.push(new Map([...open].map(([{ path }, chain]) => [keyOf(path), chain])));
    before = shape;
  }
  return { all, at: (version, path) => byPath[version]?.get(keyOf(path)) };
}

function next(
  open: ReadonlyMap<Attribute, Chain>,
  before: ObjectShape | undefined,
  shape: ObjectShape,
  index: number,
  all: Chain[],
): Map<Attribute, Chain> {
  const pairs = new Map(
    before ? matched(before, shape).pairs.map(([older, newer]) => [newer, older]) : [],
  );
  return new Map(
    attributesOf(shape).map((attribute) => {
      const older = pairs.get(attribute);
      const known = older && open.get(older);
      const chain = known ?? [];
      if (!known) all.push(chain);
      chain.push({ attribute, from: index, to: index });
      return [attribute, chain];
    }),
  );
}

function extend(chain: Chain, index: number): void {
  const last = chain.at(-1);
  if (last) last.to = index;
}

function keyOf(path: readonly string[]): string {
  return path.join(".");
}
