import { DOM } from "../../pages/dom.js";

/**
 * Keeps what the reader is at where it is on the screen while the page around it changes: what has the
 * focus, else the first thing in view. Returns what puts it back.
 */
export function holdSteady(): () => void {
  const focused = document.activeElement;
  const anchors = [
    ...(focused && focused !== document.body ? [focused] : []),
    ...document.querySelectorAll(`main [${DOM.key}]`),
  ];
  const anchor = anchors.flatMap((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= innerHeight ? [{ element, top }] : [];
  });
  return () => {
    const stayed = anchor.find(({ element }) => element.isConnected && !element.closest("[inert]"));
    if (!stayed) return;
    const by = stayed.element.getBoundingClientRect().top - stayed.top;
    if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: "instant" });
  };
}

/** Gives the focus to the page's text where what had it is gone. */
export function holdFocus(): () => void {
  const focused = document.activeElement;
  return () => {
    if (!focused || focused === document.body || document.activeElement === focused) return;
    if (focused.isConnected) (focused as HTMLElement).focus({ preventScroll: true });
    else document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  };
}
