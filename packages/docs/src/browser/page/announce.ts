import { DOM } from "../../pages/dom.js";
import { make } from "./elements.js";

let region: HTMLElement | undefined;

/** Tells screen readers, once they have nothing else to say. The region must stand before it speaks. */
export function announce(text: string): void {
  region ??= startAnnouncing();
  region.textContent = text;
}

/** Puts the region that is read out into the page. */
export function startAnnouncing(): HTMLElement {
  if (region) return region;
  region = make("div", { role: "status", "aria-live": "polite", [DOM.keep]: "content" });
  // Out of sight, but not out of what is read.
  region.style.cssText =
    "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  document.body.append(region);
  return region;
}
