import type { Metadata } from "../records/index.js";
import { invalid } from "./failures.js";

/** Changes to metadata: keys to set, keys to delete (empty or null); empty or null as a whole deletes all. */
export type MetadataChange = Readonly<Record<string, string | null>> | "" | null;

const MOST_KEYS = 50;
const LONGEST_KEY = 40;
const LONGEST_VALUE = 500;

/** Merges a change into metadata and holds the result to its limits. Lengths count code points. */
export function mergeMetadata(
  current: Metadata,
  change: MetadataChange | undefined,
  param = "metadata",
): Metadata {
  if (change === undefined) return current;
  if (change === null || change === "") return {};
  const merged = new Map(Object.entries(current));
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value === "") {
      merged.delete(key);
      continue;
    }
    if ([...key].length > LONGEST_KEY) {
      throw invalid(null, param, `A metadata key has at most ${LONGEST_KEY} characters.`);
    }
    if ([...value].length > LONGEST_VALUE) {
      const message = `A metadata value has at most ${LONGEST_VALUE} characters; '${key}' has more.`;
      throw invalid(null, `${param}.${key}`, message);
    }
    merged.set(key, value);
  }
  if (merged.size > MOST_KEYS) {
    throw invalid(null, param, `Metadata has at most ${MOST_KEYS} keys.`);
  }
  return Object.fromEntries(merged);
}
