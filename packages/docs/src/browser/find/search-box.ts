import { DOM } from "../../pages/dom.js";
import { matchNames, type SearchHit } from "../../search/match.js";
import { make, marked } from "../page/elements.js";
import { hitContent, hitUrl } from "./hit-text.js";
import { loadIndex } from "./load-index.js";

const LIST = "~hits";

/**
 * Finds names as they are typed: a combobox with a list (ARIA Authoring Practices, "Editable combobox
 * with list autocomplete"). Enter without a choice asks the server, as it does without a script.
 */
export function startSearch(): void {
  const form = marked(DOM.search);
  const input = form?.querySelector<HTMLInputElement>("input[type=search]");
  if (!form || !input) return;
  const box = new SearchBox(form, input);
  input.addEventListener("focus", () => loadIndex());
  input.addEventListener("input", () => box.find());
  input.addEventListener("keydown", (event) => box.onKey(event));
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!form.contains(relatedTarget as Node | null)) box.close();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (
    asked &&
    document.body.matches(`[${DOM.page}=search]`) &&
    !document.querySelector("main li")
  ) {
    // A folder of files has one page for all searches.
    input.value = asked;
    input.focus();
    box.find();
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(document.activeElement)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

class SearchBox {
  readonly #form: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #list = make("ul", { id: LIST, role: "listbox", "aria-label": "Names" });
  #chosen = -1;

  constructor(form: HTMLElement, input: HTMLInputElement) {
    this.#form = form;
    this.#input = input;
    this.#list.hidden = true;
    this.#list.setAttribute(DOM.keep, "content");
    // A press on a hit must not take the focus, or the list would close before it is followed.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    form.append(this.#list);
    const marks = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": LIST,
    };
    for (const [name, value] of Object.entries(marks)) input.setAttribute(name, value);
    input.setAttribute(DOM.keep, [...Object.keys(marks), "aria-activedescendant"].join(" "));
  }

  async find(): Promise<void> {
    const query = this.#input.value;
    const index = await loadIndex();
    if (query !== this.#input.value) return;
    this.#show(matchNames(index, query));
  }

  onKey(event: KeyboardEvent): void {
    const { key } = event;
    const isOpen = !this.#list.hidden;
    if (key === "Escape" && isOpen) this.close();
    else if (key === "ArrowDown" && !isOpen) this.find();
    else if (key === "ArrowDown") this.#choose(this.#chosen + 1);
    else if (key === "ArrowUp" && isOpen) this.#choose(this.#chosen - 1);
    else if (key === "Enter" && isOpen && this.#chosen >= 0) this.#follow();
    else return;
    event.preventDefault();
  }

  close(): void {
    this.#list.hidden = true;
    this.#input.ariaExpanded = "false";
    this.#input.removeAttribute("aria-activedescendant");
    this.#chosen = -1;
  }

  #show(hits: readonly SearchHit[]): void {
    this.close();
    this.#list.replaceChildren(...hits.map((hit, index) => this.#item(hit, index)));
    this.#list.hidden = hits.length === 0;
    this.#input.ariaExpanded = String(hits.length > 0);
  }

  #item(hit: SearchHit, index: number): HTMLElement {
    const item = make(
      "li",
      { id: `${LIST}-${index}`, role: "option", "aria-selected": "false" },
      ...hitContent(hit),
    );
    const url = hitUrl(hit, this.#form);
    item.addEventListener("click", () => {
      this.close();
      location.assign(url);
    });
    return item;
  }

  /** Past either end nothing is chosen, so that Enter asks the server again. */
  #choose(index: number): void {
    const items = [...this.#list.children];
    this.#chosen = index < -1 ? items.length - 1 : index >= items.length ? -1 : index;
    for (const [at, item] of items.entries()) item.ariaSelected = String(at === this.#chosen);
    const chosen = items[this.#chosen];
    if (chosen) this.#input.setAttribute("aria-activedescendant", chosen.id);
    else this.#input.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  }

  #follow(): void {
    (this.#list.children[this.#chosen] as HTMLElement | undefined)?.click();
  }
}

function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || element.matches("input:not([type=range]),textarea,select"))
  );
}
