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
  for (const node of leaving) {
    if (!still && node instanceof HTMLElement && before.has(node)) close(node);
    else node.parentNode?.removeChild(node);
  }
  if (still) return;
  for (const element of changes.entered) {
    if (element instanceof HTMLElement && isInView(element.getBoundingClientRect())) open(element);
  }
  for (const element of changes.moved) slide(element, before.get(element));
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

function close(element: HTMLElement): void {
  // It is no longer part of the page: nobody should reach it, and its id may be another's soon.
  element.inert = true;
  element.ariaHidden = "true";
  element.removeAttribute("id");
  animate(element, [openKeyframe(element), CLOSED], () => element.remove());
}

function open(element: HTMLElement): void {
  animate(element, [CLOSED, openKeyframe(element)], () => {});
}

function openKeyframe(element: HTMLElement): Keyframe {
  const { paddingBlock, marginBlock } = getComputedStyle(element);
  return { height: `${element.offsetHeight}px`, paddingBlock, marginBlock, opacity: "1" };
}

function slide(element: Element, from: DOMRect | undefined): void {
  const to = element.getBoundingClientRect();
  if (!from && !isInView(to)) return;
  const [x, y] = from ? [from.left - to.left, from.top - to.top] : [0, 0];
  if (Math.abs(x) + Math.abs(y) < 1) return;
  animate(element, [{ transform: `translate(${x}px,${y}px)` }, { transform: "none" }], () => {});
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
