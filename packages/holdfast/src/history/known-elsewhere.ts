import type { Contract } from "../contract/contract.js";
import type { Timeline } from "./timeline.js";

/** The nearest version that knows what another one does not. */
export type Elsewhere<T> =
  /** The version that it came with. */
  | { readonly since: string; readonly found: T }
  /** The last version that had it, and the first one that had it no longer. */
  | { readonly last: string; readonly goneIn: string; readonly found: T };

/** Looks for something that a version does not know: first in newer versions, then in older ones. */
export function knownElsewhere<T>(
  timeline: Timeline,
  version: string,
  find: (contract: Contract) => T | undefined,
): Elsewhere<T> | undefined {
  const names = timeline.versions.map(({ name }) => name);
  const here = timeline.rank(version);
  const at = (name: string): T | undefined => {
    const contract = timeline.at(name);
    return contract && find(contract);
  };
  for (const since of names.slice(here + 1)) {
    const found = at(since);
    if (found !== undefined) return { since, found };
  }
  let goneIn = version;
  for (const last of names.slice(0, Math.max(here, 0)).reverse()) {
    const found = at(last);
    if (found !== undefined) return { last, goneIn, found };
    goneIn = last;
  }
  return undefined;
}
