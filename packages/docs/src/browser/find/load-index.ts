import { DOM } from "../../pages/dom.js";
import type { SearchIndex } from "../../search/entry.js";
import { type IndexedName, indexNames } from "../../search/name-index.js";
import { unpackEntries } from "../../search/unpack.js";

let loaded: Promise<readonly IndexedName[]> | undefined;

/** Every name of every version, fetched once, when it is first wanted. Nothing where there is none. */
export function loadIndex(): Promise<readonly IndexedName[]> {
  loaded ??= fetchIndex().catch(() => {
    loaded = undefined;
    return [];
  });
  return loaded;
}

async function fetchIndex(): Promise<readonly IndexedName[]> {
  const url = document.body.getAttribute(DOM.searchIndex);
  if (url === null) return [];
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`There is no index (${answer.status}).`);
  return indexNames(unpackEntries((await answer.json()) as SearchIndex));
}
