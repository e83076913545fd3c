/** Chance that a seed repeats. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  integer(least: number, most: number): number;
  /** True in `share` of all cases, 0 to 1. */
  chance(share: number): boolean;
  /** One of the list, or undefined of an empty one. */
  pick<T>(list: readonly T[]): T | undefined;
}

/** A linear congruential generator modulo 2^32 whose output is mixed; for tests, not for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 12)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    integer: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}
