import { DOM } from "../../pages/dom.js";

const KEYS = [DOM.key, DOM.region, DOM.slot, "id"] as const;
const NOTHING: ReadonlySet<string> = new Set();

/** What an element is, among its siblings: keyed elements are matched by it, others by their order. */
export function keyOf(node: Node): string | undefined {
  if (!(node instanceof Element)) return undefined;
  for (const attribute of KEYS) {
    const value = node.getAttribute(attribute);
    if (value !== null) return `${node.nodeName} ${attribute} ${value}`;
  }
  return undefined;
}

/** What scripts keep of an element when its page is rendered anew: attributes, and maybe `content`. */
export function keptOf(node: Node): ReadonlySet<string> {
  const kept = node instanceof Element ? node.getAttribute(DOM.keep) : null;
  return kept === null ? NOTHING : new Set(kept.split(" "));
}

/**
 * The things with a key that stand once in the page, by what tells them apart: what moved into
 * another list is found by it. The same key in two lists, or in a list and a sample, is two things.
 */
export function uniqueKeys(root: ParentNode): ReadonlyMap<string, Element> {
  const unique = new Map<string, Element>();
  const twice = new Set<string>();
  for (const element of root.querySelectorAll(`[${DOM.key}]`)) {
    if (element.closest(`[${DOM.keep}~=content]`)) continue;
    const key = placedKey(element);
    if (unique.has(key)) twice.add(key);
    unique.set(key, element);
  }
  for (const key of twice) unique.delete(key);
  return unique;
}

/** The key together with the list, sample or region that it is a key of. */
export function placedKey(element: Element): string {
  const place = element.closest(`[${DOM.attributes}],[${DOM.response}],[${DOM.region}]`);
  const name =
    place?.getAttribute(DOM.attributes) ??
    place?.getAttribute(DOM.region) ??
    place?.getAttribute(DOM.response);
  return `${place?.nodeName} ${name} ${keyOf(element)}`;
}
