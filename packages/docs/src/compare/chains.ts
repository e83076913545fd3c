import type { ObjectShape } from "holdfast/contract";
import { type Attribute, attributesOf } from "./attributes.js";
import { matched } from "./matching.js";
import type { Stretch } from "./stretches.js";

/** An attribute as it was from one version to another, by their places in the history. */
export interface Link {
  readonly attribute: Attribute;
  readonly from: number;
  readonly to: number;
}

/** One attribute over all versions that have it, oldest first. */
export type Chain = readonly Link[];

/** The attributes of a subject over all versions. */
export interface Chains {
  readonly all: readonly Chain[];
  /** The one that callers of a version call so. */
  at(version: number, path: readonly string[]): Chain | undefined;
}

type Open = ReadonlyMap<Attribute, Link[]>;

/** Follows the attributes of a subject through its shapes, oldest first. */
export function chainsOf(stretches: readonly Stretch[]): Chains {
  const all: Link[][] = [];
  const opens: Open[] = [];
  let before: ObjectShape | undefined;
  for (const { shape, from, to } of stretches) {
    const pairs = new Map(
      before && shape ? matched(before, shape).pairs.map(([older, newer]) => [newer, older]) : [],
    );
    const older = opens.at(-1);
    const open = (shape ? attributesOf(shape) : []).map((attribute): [Attribute, Link[]] => {
      const known = older?.get(pairs.get(attribute) ?? attribute);
      const chain = known ?? [];
      if (!known) all.push(chain);
      chain.push({ attribute, from, to });
      return [attribute, chain];
    });
    opens.push(new Map(open));
    before = shape;
  }
  const byPath: (ReadonlyMap<string, Chain> | undefined)[] = [];
  return {
    all,
    at(version, path) {
      const index = stretches.findIndex(({ from, to }) => from <= version && version <= to);
      byPath[index] ??= new Map([...(opens[index] ?? [])].map(([one, chain]) => [one.name, chain]));
      return byPath[index]?.get(path.join("."));
    },
  };
}
