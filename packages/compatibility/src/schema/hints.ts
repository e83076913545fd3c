import type { Expansion } from "./expand.js";
import type { Json } from "./json.js";
import { numberSamples, stringSamples } from "./sample-scalar.js";
import type { Term } from "./term.js";
import { anyNumber, types } from "./types.js";

/** How many plain values are taken from the limits of some schemas. */
const most = 120;

/** Plain values that stand in schemas, or near their limits: what tells them apart is often one of them. */
export function hintsOf(expansion: Expansion, terms: readonly Term[]): readonly Json[] {
  const found = new Set<Json>([null, true, false]);
  for (const term of terms) {
    for (const flat of expansion.of(term) ?? []) {
      for (const value of flat.values ?? []) found.add(value);
      if (flat.types & anyNumber) for (const value of numberSamples(flat)) found.add(value);
      if (flat.types & types.string) for (const value of stringSamples(flat)) found.add(value);
      if (found.size > most) break;
    }
  }
  return [...found].slice(0, most);
}
