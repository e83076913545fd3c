import { accepts } from "./accepts.js";
import { both, type Flat, flatOf } from "./flat.js";
import { type Json, withMember } from "./json.js";
import { patternSamples } from "./sample-pattern.js";
import type { Sampler } from "./sampler.js";
import type { Term } from "./term.js";
import { types } from "./types.js";

/** How many ways of building a value are gone through. */
const most = 24;

/** Values of a term that have a certain value at a place, as plain as can be. */
export function embed(
  sampler: Sampler,
  term: Term,
  path: readonly string[],
  value: Json,
): readonly Json[] {
  const [segment, ...rest] = path;
  if (segment === undefined) return [value];
  const made: Json[] = [];
  for (const flat of sampler.expansion.of(term) ?? []) {
    if (made.length >= most) break;
    const found = isIndex(segment)
      ? embedItem(sampler, flat, segment, rest, value)
      : embedMember(sampler, flat, nameFor(segment), rest, value);
    made.push(...found.filter((one) => accepts(sampler.expansion, flat, one)));
  }
  return made.slice(0, most);
}

function isIndex(segment: string): boolean {
  return segment === "[]" || /^\[\d+\]$/.test(segment);
}

/** A name for a place in a map. */
function nameFor(segment: string): string {
  if (segment === "*") return "other";
  if (!/^\/.*\/$/.test(segment)) return segment;
  return patternSamples(segment.slice(1, -1))[0] ?? segment;
}

function embedMember(
  sampler: Sampler,
  flat: Flat,
  name: string,
  rest: readonly string[],
  value: Json,
): readonly Json[] {
  if (!(flat.types & types.object)) return [];
  const { expansion } = sampler;
  const inner = embed(sampler, expansion.property(flat, name), rest, value);
  // The value stands in for the property, which may have no plain value of its own.
  const others = { ...flat, required: new Set([...flat.required].filter((one) => one !== name)) };
  const absent = flatOf({
    types: types.object,
    properties: new Map([[name, expansion.terms.never]]),
  });
  const bases = [sampler.plainOf(both(others, absent)), ...sampler.ofFlat(flat, 1, 4)];
  return bases.flatMap((base) =>
    typeof base === "object" && base !== null && !Array.isArray(base)
      ? inner.map((one) => withMember(base as { [name: string]: Json }, name, one))
      : [],
  );
}

function embedItem(
  sampler: Sampler,
  flat: Flat,
  segment: string,
  rest: readonly string[],
  value: Json,
): readonly Json[] {
  if (!(flat.types & types.array)) return [];
  const { expansion } = sampler;
  const at = segment === "[]" ? 0 : Number(segment.slice(1, -1));
  const inner = embed(sampler, expansion.item(flat, at), rest, value);
  const length = Math.max(at + 1, flat.count.low);
  return inner.flatMap((one) => {
    const list: Json[] = [];
    for (let index = 0; index < length; index++) {
      const item = index === at ? one : sampler.plain(expansion.item(flat, index));
      if (item === undefined) return [];
      list.push(item);
    }
    return [list];
  });
}
