import { DOM } from "../../pages/dom.js";
import { allMarked, button, make } from "./elements.js";

/** What is open, by its link: where it came from, and where it is shown. */
const expanded = new WeakMap<Element, { readonly place: HTMLElement; from: string }>();

/** Lets readers open the fields of a resource where it stands. */
export function addExpanders(): void {
  for (const link of allMarked(DOM.expand)) {
    const shown = expanded.get(link);
    if (shown && shown.from !== link.getAttribute(DOM.expand)) fill(link, shown.place);
    if (link.nextElementSibling?.classList.contains("expander")) continue;
    const press = button("Show here", () => toggle(link, press), {
      class: "expander",
      "aria-expanded": "false",
      [DOM.keep]: "content",
    });
    link.after(press);
  }
}

function toggle(link: Element, press: HTMLElement): void {
  const shown = expanded.get(link);
  shown?.place.remove();
  press.ariaExpanded = String(!shown);
  press.textContent = shown ? "Show here" : "Close";
  if (shown) {
    expanded.delete(link);
    return;
  }
  const place = make("div", { class: "expanded", [DOM.keep]: "content" }, "Loading…");
  (link.closest("p") ?? link).after(place);
  fill(link, place);
}

async function fill(link: Element, place: HTMLElement): Promise<void> {
  const from = link.getAttribute(DOM.expand) ?? "";
  expanded.set(link, { place, from });
  try {
    const answer = await fetch(from, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // A resource that may have several shapes has a list of those instead.
    const list =
      page.querySelector(`[${DOM.attributes}=fields]`) ??
      page.querySelector(`[${DOM.variant}]`)?.parentElement;
    if (!answer.ok || !list) throw new Error("not there");
    for (const element of [list, ...list.querySelectorAll(`[id],[${DOM.key}]`)]) {
      // They are things of another page: here their ids and keys would be somebody else's.
      for (const name of ["id", DOM.key, DOM.attributes]) element.removeAttribute(name);
    }
    for (const anchor of list.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      anchor.href = from.replace(/#.*$/, "") + anchor.getAttribute("href");
    }
    place.replaceChildren(document.importNode(list, true));
    addExpanders();
  } catch {
    place.textContent = "The fields could not be loaded: follow the link instead.";
  }
}
