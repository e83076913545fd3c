import { DOM } from "../../pages/dom.js";
import type { SearchHit } from "../../search/match.js";
import { make } from "../page/elements.js";

/** What the list shows of a hit: its name, what it is, and what became of it. */
export function hitContent({ entry, old }: SearchHit): readonly Node[] {
  const { name, kind, subject, to, now } = entry;
  const isPart = kind === "param" || kind === "field" || kind === "value";
  const where = isPart ? `${kind} of ${subject}` : kind;
  const content: Node[] = [make("b", {}, name), make("span", {}, where)];
  if (old) {
    const became = now === undefined ? `until ${to}` : `until ${to}, now ${now}`;
    content.push(make("i", {}, became));
  }
  return content;
}

/** Where a hit is: what is gone is shown at the last version that had it. */
export function hitUrl({ entry }: SearchHit, form: Element): string {
  const gone = entry.now === undefined;
  const template = form.getAttribute(gone ? DOM.pageAt : DOM.pageUrl) ?? "";
  const slug = entry.slug.split("/").map(encodeURIComponent).join("/");
  const url = template
    .replace("~slug~", () => slug)
    .replace("~version~", () => encodeURIComponent(entry.to));
  return entry.anchor === "" ? url : `${url}#${encodeURIComponent(entry.anchor)}`;
}
