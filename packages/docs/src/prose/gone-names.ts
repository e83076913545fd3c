import type { Contract } from "holdfast/contract";
import { attributesOf } from "../compare/attributes.js";
import { namesAt, shapeAt, subjectsOf } from "../compare/existing.js";
import { valuesOf } from "../compare/value-chain.js";

const CODE = /(`+)(?!`) ?([\s\S]*?[^`]) ?\1(?!`)/g;

/** What a text of one version names, as code, that another version has nowhere. */
export function goneNames(text: string, then: Contract, now: Contract): readonly string[] {
  const named = new Set([...text.matchAll(CODE)].map(([, , name = ""]) => name));
  if (named.size === 0 || then === now) return [];
  const [before, after] = [namesIn(then), namesIn(now)];
  return [...named].filter((name) => before.has(name) && !after.has(name));
}

/** Every name that callers of a contract meet: of what has a page, of attributes, and values. */
function namesIn(contract: Contract): ReadonlySet<string> {
  const names = new Set<string>();
  for (const subject of subjectsOf(contract)) {
    for (const name of namesAt(contract, subject)) names.add(name);
    const shape = shapeAt(contract, subject);
    for (const { field, listed } of shape ? attributesOf(shape) : []) {
      if (!listed) continue;
      names.add(field.name);
      for (const value of valuesOf(field)) names.add(value);
    }
  }
  return names;
}
