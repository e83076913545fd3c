import { DOM } from "../../pages/dom.js";
import { announce } from "../page/announce.js";
import { allMarked, button, make } from "../page/elements.js";
import {
  forgetKey,
  masked,
  type ReaderKey,
  readerKey,
  sandboxKey,
  takeKey,
  whenKeyChanges,
} from "./reader-key.js";

/**
 * The place in the head of every page where readers give their test key, see which version it is held
 * at, and have it forgotten.
 */
export function startKeyBox(): void {
  const [slot] = allMarked(DOM.slot, document, "key");
  const canAsk = document.body.hasAttribute(DOM.keyEndpoint);
  if (!slot || !canAsk) return;
  slot.setAttribute(DOM.keep, "content hidden");
  slot.hidden = false;
  const show = (key: ReaderKey | undefined) => {
    const hadFocus = slot.contains(document.activeElement);
    slot.replaceChildren(key ? known(key) : asking());
    if (hadFocus) slot.querySelector("summary")?.focus();
  };
  whenKeyChanges((key) => {
    show(key);
    announce(key ? `Samples show your key. ${pinText(key)}` : "Your key is forgotten.");
  });
  show(readerKey());
  closeWhenLeft(slot);
}

function asking(): HTMLElement {
  // Without a name a field is in no form's data, and so in no address.
  const input = make("input", {
    type: "password",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": "Your test key",
    placeholder: "Test key",
    required: true,
  });
  const problem = make("p", { class: "problem", role: "alert" });
  const take = async (key: string) => {
    problem.textContent = "";
    try {
      await takeKey(key);
    } catch (reason) {
      problem.textContent = reason instanceof Error ? reason.message : String(reason);
    }
  };
  const form = make(
    "form",
    {},
    make("p", {}, "Samples show it, and pages open at the version that it is held at."),
    input,
    make("button", { type: "submit" }, "Use this key"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(input.value.trim());
    input.value = "";
  });
  const fresh = sandboxKey();
  if (fresh !== undefined) form.append(button("Make me a sandbox", () => take(fresh)));
  form.append(problem, make("small", {}, "Kept in this tab until you close it."));
  return box("Your key", form);
}

function known(key: ReaderKey): HTMLElement {
  const text = make("code", {}, masked(key.key));
  const reveal = button("Reveal", () => {
    const hidden = text.textContent !== key.key;
    text.textContent = hidden ? key.key : masked(key.key);
    reveal.textContent = hidden ? "Hide" : "Reveal";
  });
  return box(
    key.version ?? "Your key",
    make("p", {}, text),
    make("p", {}, pinText(key)),
    reveal,
    button("Forget it", forgetKey),
  );
}

function pinText({ version }: ReaderKey): string {
  return version === null
    ? "It is not held at a version yet: its first request decides."
    : `It is held at version ${version}.`;
}

function box(label: string, ...content: readonly HTMLElement[]): HTMLElement {
  const summary = make("summary", { title: "Your test key" }, label);
  return make("details", { class: "key" }, summary, make("div", { class: "panel" }, ...content));
}

/** A panel over the page closes when its reader turns to something else. */
function closeWhenLeft(slot: HTMLElement): void {
  const close = () => slot.querySelector("details")?.removeAttribute("open");
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !slot.contains(target)) close();
  });
  slot.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    close();
    slot.querySelector("summary")?.focus();
  });
}
