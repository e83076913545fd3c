import { DOM } from "../../pages/dom.js";
import { textToCopy } from "../key/fill-keys.js";
import { announce } from "../page/announce.js";
import { allMarked, button } from "../page/elements.js";

/** Milliseconds for which a button says that it has copied. */
const TOLD_FOR = 1500;

/** Gives every sample a button that copies it. */
export function addCopyButtons(): void {
  for (const sample of allMarked(DOM.copy)) {
    const before = sample.previousElementSibling;
    if (before?.classList.contains("copy")) continue;
    const press = button("Copy", () => copy(sample, press), {
      class: "copy",
      [DOM.keep]: "content",
    });
    // Beside the sample, not in it: it would scroll away with what it copies.
    sample.before(press);
  }
}

async function copy(sample: HTMLElement, press: HTMLElement): Promise<void> {
  const done = await write(textToCopy(sample));
  press.textContent = done ? "Copied" : "Select it and copy";
  announce(press.textContent);
  setTimeout(() => {
    press.textContent = "Copy";
  }, TOLD_FOR);
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
