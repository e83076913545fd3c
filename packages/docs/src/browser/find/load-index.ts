import { DOM } from "../../pages/dom.js";
import type { SearchIndex } from "../../search/entry.js";
import { NameIndex } from "../../search/name-index.js";
import { unpackEntries } from "../../search/unpack.js";

let loaded: Promise<NameIndex> | undefined;

/** Every name of every version, fetched once, when it is first wanted. Nothing where there is none. */
export function loadIndex(): Promise<NameIndex> {
  loaded ??= fetchIndex().catch(() => {
    loaded = undefined;
    return new NameIndex([]);
  });
  return loaded;
}

async function fetchIndex(): Promise<NameIndex> {
  const url = document.body.getAttribute(DOM.searchIndex);
  if (url === null) return new NameIndex([]);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`There is no index (${answer.status}).`);
  return new NameIndex(unpackEntries((await answer.json()) as SearchIndex));
}
