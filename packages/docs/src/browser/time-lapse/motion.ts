import { DOM } from "../../pages/dom.js";
import type { Changes } from "./changes.js";

/** Milliseconds; the slider steps faster than that, so what moves is cut short by the next step. */
const DURATION = 220;
const EASING = "cubic-bezier(.2,.7,.3,1)";
/** How long what changed is marked, in milliseconds. */
const MARKED = 1800;

let marks: { readonly elements: readonly Element[]; readonly timer: number } | undefined;
let moving: (() => void)[] = [];

/** What stood where before a page changed. */
export type Before = ReadonlyMap<Element, DOMRect>;

/** Ends what still moves, as if it had come to its end. */
export function endMotion(): void {
  for (const end of moving) end();
  moving = [];
}

/** Where the things are that the reader can see. */
export function look(): Before {
  const seen = new Map<Element, DOMRect>();
  for (const element of document.querySelectorAll(`[${DOM.key}]`)) {
    const rect = element.getBoundingClientRect();
    if (isInView(rect)) seen.set(element, rect);
  }
  return seen;
}

/**
 * Shows what happened: what left closes, what came opens, what moved slides to its new place, and all
 * of it is marked for a moment. Where the reader wants no motion, it is only marked.
 */
export function showChanges(changes: Changes, leaving: readonly Node[], before: Before): void {
  mark(changes);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const closing = leaving.filter(
    (node): node is HTMLElement => !still && node instanceof HTMLElement && before.has(node),
  );
  for (const node of leaving) {
    if (!closing.includes(node as HTMLElement)) node.parentNode?.removeChild(node);
  }
  if (still) return;
  // All is measured before anything moves: each measure in between would lay out the page anew.
  const opening = [...changes.entered].filter(isShown);
  const sizes = new Map([...closing, ...opening].map((one) => [one, openKeyframe(one)]));
  for (const element of closing) close(element, sizes.get(element) ?? {});
  for (const element of opening) {
    animate(element, [CLOSED, sizes.get(element) ?? {}], () => {});
  }
  const slides = [...changes.moved].map((element) => [element, wayOf(element, before)] as const);
  for (const [element, way] of slides) {
    if (way) animate(element, [{ transform: way }, { transform: "none" }], () => {});
  }
}

function mark({ entered, renamed, moved, changed }: Changes): void {
  clearTimeout(marks?.timer);
  for (const element of marks?.elements ?? []) element.removeAttribute(DOM.change);
  const kinds = { changed, moved, renamed, entered };
  const elements = Object.entries(kinds).flatMap(([kind, set]) =>
    [...set].map((element) => {
      element.setAttribute(DOM.change, kind);
      return element;
    }),
  );
  const timer = window.setTimeout(() => {
    for (const element of elements) element.removeAttribute(DOM.change);
  }, MARKED);
  marks = { elements, timer };
}

const CLOSED = { height: "0", paddingBlock: "0", marginBlock: "0", opacity: "0" };

function close(element: HTMLElement, size: Keyframe): void {
  // It is no longer part of the page: nobody should reach it, and its id may be another's soon.
  element.inert = true;
  element.ariaHidden = "true";
  element.removeAttribute("id");
  animate(element, [size, CLOSED], () => element.remove());
}

function openKeyframe(element: HTMLElement): Keyframe {
  const { paddingBlock, marginBlock } = getComputedStyle(element);
  return { height: `${element.offsetHeight}px`, paddingBlock, marginBlock, opacity: "1" };
}

/** From where something has to slide to where it is now; undefined where nobody would see it. */
function wayOf(element: Element, before: Before): string | undefined {
  const [from, to] = [before.get(element), element.getBoundingClientRect()];
  if (!from || !isInView(to)) return undefined;
  const [x, y] = [from.left - to.left, from.top - to.top];
  return Math.abs(x) + Math.abs(y) < 1 ? undefined : `translate(${x}px,${y}px)`;
}

function isShown(element: Element): element is HTMLElement {
  return element instanceof HTMLElement && isInView(element.getBoundingClientRect());
}

function animate(element: Element, keyframes: Keyframe[], atEnd: () => void): void {
  const clips = element instanceof HTMLElement && keyframes.some(({ height }) => height);
  if (clips) element.style.overflow = "hidden";
  const animation = element.animate(keyframes, { duration: DURATION, easing: EASING });
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    animation.cancel();
    if (clips) element.style.removeProperty("overflow");
    atEnd();
  };
  animation.onfinish = end;
  moving.push(end);
}

function isInView({ top, bottom, height }: DOMRect): boolean {
  return height > 0 && bottom > 0 && top < innerHeight;
}
