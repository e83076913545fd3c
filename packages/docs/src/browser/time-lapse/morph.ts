import { DOM } from "../../pages/dom.js";
import { type Changes, noChanges } from "./changes.js";
import { keptOf, keyOf, uniqueKeys } from "./keys.js";
import { longestRun } from "./longest-run.js";
import { type Partners, partnersOf } from "./partners.js";

/** What is the reader's, or a script's, and no page's. */
const NOT_OURS: ReadonlySet<string> = new Set([DOM.keep, DOM.change, "open"]);

interface Morph extends Partners {
  readonly changes: Changes;
  readonly leaving: Set<Node>;
}

/**
 * Makes `from` look like `to` and keeps every element that stands for the same thing, with its focus,
 * its scroll position and its state. What leaves is told of, and still stands where it was: whoever
 * calls takes it away, at once or slowly.
 */
export function morph(
  from: Element,
  to: Element,
): { readonly changes: Changes; readonly leaving: readonly Node[] } {
  const run: Morph = {
    changes: noChanges(),
    old: uniqueKeys(from),
    next: uniqueKeys(to),
    taken: new Set(),
    leaving: new Set(),
  };
  morphElement(run, from, to, undefined, false);
  const leaving = [...run.leaving].filter((node) => !run.taken.has(node));
  for (const node of leaving) {
    if (node instanceof Element && node.hasAttribute(DOM.key)) run.changes.left.add(node);
  }
  return { changes: run.changes, leaving };
}

/**
 * @param owner the nearest thing with a key: what changes in it without a key of its own, changes it
 * @param fresh whether it stands in something that has just come
 */
function morphElement(
  run: Morph,
  from: Element,
  to: Element,
  owner: Element | undefined,
  fresh: boolean,
): void {
  if (!fresh && from.isEqualNode(to)) return;
  const isThing = from.hasAttribute(DOM.key);
  if (isThing && from.getAttribute(DOM.name) !== to.getAttribute(DOM.name)) {
    run.changes.renamed.add(from);
  }
  const kept = keptOf(from);
  syncAttributes(from, to, kept);
  if (!kept.has("content")) morphChildren(run, from, to, isThing ? from : owner, fresh);
}

function syncAttributes(from: Element, to: Element, kept: ReadonlySet<string>): void {
  const ours = (name: string) => !NOT_OURS.has(name) && !kept.has(name);
  for (const name of from.getAttributeNames()) {
    if (ours(name) && !to.hasAttribute(name)) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (ours(name) && from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
}

function morphChildren(
  run: Morph,
  from: Element,
  to: Element,
  owner: Element | undefined,
  fresh: boolean,
): void {
  const old = [...from.childNodes].filter((node) => !run.taken.has(node) && !isForeign(node));
  const wanted = [...to.childNodes];
  const partners = partnersOf(run, from, old, wanted);
  for (const node of old) {
    if (run.taken.has(node)) continue;
    run.leaving.add(node);
    if (owner && keyOf(node) === undefined) run.changes.changed.add(owner);
  }
  const nodes = wanted.map((one, index) => partners[index] ?? document.importNode(one));
  const still = partners === old ? new Set(old) : thoseThatStay(old, partners);
  let after: Node | null = null;
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index] as Node;
    if (!still.has(node)) from.insertBefore(node, after);
    after = node;
  }
  wanted.forEach((one, index) => {
    const node = nodes[index] as Node;
    const isNew = partners[index] === undefined;
    if (isNew && !fresh) noteEntered(run, node, owner);
    if (!isNew && !still.has(node)) noteMoved(run, node);
    if (node instanceof Element) morphElement(run, node, one as Element, owner, fresh || isNew);
    else if (node.nodeValue !== one.nodeValue) {
      node.nodeValue = one.nodeValue;
      if (owner) run.changes.changed.add(owner);
    }
  });
}

/** Whether a script has put it there, where no page has anything. A slot that is filled is the page's. */
function isForeign(node: Node): boolean {
  return keptOf(node).has("content") && !(node as Element).hasAttribute(DOM.slot);
}

/** The children that need not be moved, so that as few as possible are. */
function thoseThatStay(
  old: readonly Node[],
  partners: readonly (Node | undefined)[],
): ReadonlySet<Node> {
  const places = new Map(old.map((node, place) => [node, place]));
  const staying = partners.filter((node): node is Node => node !== undefined && places.has(node));
  const run = longestRun(staying.map((node) => places.get(node) ?? 0));
  return new Set(staying.filter((_, index) => run.has(index)));
}

function noteEntered(run: Morph, node: Node, owner: Element | undefined): void {
  if (node instanceof Element && node.hasAttribute(DOM.key)) run.changes.entered.add(node);
  else if (owner && keyOf(node) === undefined) run.changes.changed.add(owner);
}

function noteMoved(run: Morph, node: Node): void {
  if (node instanceof Element && node.hasAttribute(DOM.key)) run.changes.moved.add(node);
}
