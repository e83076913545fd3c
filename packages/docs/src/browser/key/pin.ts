import { DOM } from "../../pages/dom.js";
import { allMarked } from "../page/elements.js";
import { sliderForm, sliderVersions, versionSelect, whole } from "../time-lapse/addresses.js";
import { readerKey } from "./reader-key.js";

/** Where the page at an address comes from: one that says no version is shown at the reader's pin. */
export function atPin(address: string): string {
  if (new URL(address).searchParams.has("version")) return address;
  const pin = readerKey()?.version;
  const version = sliderVersions().find(({ name }) => name === pin);
  return version ? whole(version.url) : address;
}

/** Shows on the slider, and in its list, where the reader's account is. */
export function markPin(): void {
  const pin = readerKey()?.version;
  const versions = sliderVersions();
  const at = versions.findIndex(({ name }) => name === pin);
  for (const mark of allMarked(DOM.mark, sliderForm(), "pin")) {
    const [, width = "1000"] = / (\d+) \d+$/.exec(viewBoxOf(mark)) ?? [];
    const x = (at / Math.max(1, versions.length - 1)) * Number(width);
    mark.setAttribute("d", at < 0 ? "" : `M${x} 14h.01`);
  }
  for (const [index, option] of [...(versionSelect()?.options ?? [])].entries()) {
    const text = option.label.replace(/, yours\)$/, ")").replace(/ \(yours\)$/, "");
    const label = index === at ? withNote(text) : text;
    if (option.label !== label) option.label = label;
  }
}

function withNote(text: string): string {
  return text.endsWith(")") ? text.replace(/\)$/, ", yours)") : `${text} (yours)`;
}

function viewBoxOf(mark: Element): string {
  return mark.closest("svg")?.getAttribute("viewBox") ?? "";
}
