import type { FieldInfo } from "./type.js";

const numbers = new WeakMap<FieldInfo, number>();
let last = 0;

/** A number for what an author said once, by which what is `t.same` as it is found. */
export function linkOf(info: FieldInfo): number {
  const known = numbers.get(info) ?? ++last;
  numbers.set(info, known);
  return known;
}
