import { DOM } from "../../pages/dom.js";
import { allMarked } from "../page/elements.js";
import { masked, readerKey } from "./reader-key.js";

/** What stands for a key before the reader has given one. */
const placeholders = new WeakMap<Element, string>();

/** Shows the reader's key in samples, as much of it as may be seen. */
export function fillKeys(): void {
  const key = readerKey()?.key;
  for (const place of allMarked(DOM.apiKey)) {
    const own = placeholders.get(place) ?? place.textContent ?? "";
    placeholders.set(place, own);
    const text = key === undefined ? own : masked(key);
    if (place.textContent !== text) place.textContent = text;
  }
}

/** The text of a sample, with the reader's whole key in its place. */
export function textToCopy(sample: HTMLElement): string {
  const copy = sample.cloneNode(true) as HTMLElement;
  const key = readerKey()?.key;
  for (const place of allMarked(DOM.apiKey, copy)) {
    if (key !== undefined) place.textContent = key;
  }
  return copy.textContent ?? "";
}
