import { DOM } from "../../pages/dom.js";
import { allMarked } from "../page/elements.js";
import { lasting } from "../page/kept.js";

/** Remembers the language of samples: chosen once, it is chosen everywhere. */
export function rememberLanguage(): void {
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest(`[${DOM.languages}]`)) return;
    lasting.set("language", target.value);
    chooseLanguage();
  });
}

/** Shows samples in the language that was chosen, where they have it. */
export function chooseLanguage(): void {
  const chosen = lasting.get("language");
  for (const choice of allMarked(DOM.languages)) {
    for (const radio of choice.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      if (radio.value === chosen) radio.checked = true;
    }
  }
}
