import { DOM } from "../../pages/dom.js";
import type { SearchHit } from "../../search/match.js";
import { make } from "../page/elements.js";

/** What the list shows of a hit: its name, what it is, and what became of it. */
export function hitContent({ entry, old }: SearchHit): readonly Node[] {
  const { name, kind, subject, anchor, to, now } = entry;
  const isPart = kind === "param" || kind === "field";
  const of = kind === "value" ? `${subject} ${anchor}` : isPart ? subject : "";
  const where = of === "" ? kind : `${kind} of ${of}`;
  const content: Node[] = [make("b", {}, name), make("span", {}, where)];
  if (old) {
    const became = now === undefined ? `until ${to}` : `until ${to}, now ${now}`;
    content.push(make("i", {}, became));
  }
  return content;
}

/** Where a hit is: what is gone, or has been replaced, is shown at the last version that had it. */
export function hitUrl({ entry, old }: SearchHit, form: Element): string {
  const { slug, anchor, to, now } = entry;
  const isThere = !old || (now !== undefined && (anchor === "" || anchor === now));
  const template = form.getAttribute(isThere ? DOM.pageUrl : DOM.pageAt) ?? "";
  const url = template
    .replace("~slug~", () => slug.split("/").map(encodeURIComponent).join("/"))
    .replace("~version~", () => encodeURIComponent(to));
  return anchor === "" ? url : `${url}#${encodeURIComponent(anchor)}`;
}
