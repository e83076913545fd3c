import { DOM } from "../../pages/dom.js";
import { make } from "./elements.js";

let overlay: HTMLElement | undefined;

/** While developing: shows a saved file at once, and what is wrong with it over the page. */
export function followSources(): void {
  const url = document.body.getAttribute(DOM.devEvents);
  if (url === null) return;
  const events = new EventSource(url);
  events.addEventListener("reload", () => location.reload());
  events.addEventListener("problem", ({ data }: MessageEvent<string>) => show(data));
  events.addEventListener("well", () => overlay?.remove());
}

function show(problem: string): void {
  overlay?.remove();
  overlay = make(
    "dialog",
    { class: "problem", open: true, "aria-label": "What is wrong", [DOM.keep]: "content" },
    make("pre", {}, problem),
  );
  document.body.append(overlay);
}
