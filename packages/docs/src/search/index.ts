export type { SearchEntry, SearchIndex } from "./entry.js";
export { matchNames, type SearchHit } from "./match.js";
export { type IndexedName, indexNames } from "./name-index.js";
export { packEntries } from "./pack.js";
