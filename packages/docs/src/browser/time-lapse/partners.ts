import { DOM } from "../../pages/dom.js";
import { keyOf, placedKey } from "./keys.js";

/** Where the partners of a page's nodes are looked for, and which are taken. */
export interface Partners {
  /** What stands once in the page as it is. */
  readonly old: ReadonlyMap<string, Element>;
  /** What stands once in the page as it will be. */
  readonly next: ReadonlyMap<string, Element>;
  readonly taken: Set<Node>;
}

/**
 * For each child of the page as it will be, the node that stands for the same thing now: the sibling
 * of that key, else what has the key elsewhere; without a key, the next sibling that looks like it.
 */
export function partnersOf(
  known: Partners,
  parent: Element,
  children: readonly Node[],
  wanted: readonly Node[],
): readonly (Node | undefined)[] {
  if (areAlike(children, wanted)) {
    for (const child of children) known.taken.add(child);
    return children;
  }
  const keyed = new Map<string, Node>();
  const rest = new Map<string, Node[]>();
  for (const child of children) {
    const key = keyOf(child);
    if (key !== undefined) {
      if (!keyed.has(key)) keyed.set(key, child);
    } else {
      for (const look of looks(child)) rest.set(look, [...(rest.get(look) ?? []), child]);
    }
  }
  const take = (node: Node | undefined): Node | undefined => {
    if (!node || known.taken.has(node)) return undefined;
    known.taken.add(node);
    return node;
  };
  const takeLike = (look: string): Node | undefined => {
    const queue = rest.get(look) ?? [];
    for (let node = queue.shift(); node; node = queue.shift()) {
      const free = take(node);
      if (free) return free;
    }
    return undefined;
  };
  const found = wanted.map((one) => {
    const key = keyOf(one);
    if (key === undefined) return takeLike(looks(one)[0] ?? "");
    return take(keyed.get(key)) ?? take(elsewhere(known, parent, one as Element));
  });
  // What looks a little different is still taken before something new is made.
  return wanted.map((one, index) => {
    const partner = found[index];
    if (partner || keyOf(one) !== undefined) return partner;
    return takeLike(looks(one)[1] ?? "");
  });
}

/** Whether each is what stands at its place in the other, as on most pages most are. */
function areAlike(some: readonly Node[], others: readonly Node[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index] as Node;
      return (
        one.nodeName === other.nodeName &&
        keyOf(one) === keyOf(other) &&
        (one as Element).className === (other as Element).className
      );
    })
  );
}

/** How nodes without a key are told apart: closely, then roughly. */
function looks(node: Node): readonly string[] {
  const name = node.nodeName;
  return node instanceof Element ? [`${name} ${node.className}`, name] : [name];
}

function elsewhere({ old, next }: Partners, parent: Element, wanted: Element): Element | undefined {
  if (!wanted.hasAttribute(DOM.key)) return undefined;
  const key = placedKey(wanted);
  const there = next.get(key) === wanted ? old.get(key) : undefined;
  return there?.contains(parent) ? undefined : there;
}
