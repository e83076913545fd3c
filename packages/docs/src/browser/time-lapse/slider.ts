import { DOM } from "../../pages/dom.js";
import { marked } from "../page/elements.js";
import { whenRendered } from "../page/rendered.js";
import {
  inMode,
  isOfThisPage,
  shownVersion,
  sliderForm,
  sliderVersions,
  versionSelect,
  whole,
} from "./addresses.js";
import type { TimeLapse } from "./time-lapse.js";

/** Lets the slider, the list of versions and the links to other versions change the page in place. */
export function startSlider(lapse: TimeLapse): void {
  document.addEventListener("input", ({ target }) => {
    if (target === range()) {
      const wanted = sliderVersions()[range()?.valueAsNumber ?? -1];
      sayVersion();
      if (wanted) lapse.step(wanted.url);
    }
  });
  document.addEventListener("change", ({ target }) => {
    if (target === range()) lapse.rest();
    if (isChoice(target)) lapse.open(chosen());
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== sliderForm()) return;
    event.preventDefault();
    lapse.open(chosen());
  });
  document.addEventListener("click", (event) => {
    const link = plainLink(event);
    if (!link || whole(link.href) === whole(location.href) || !isOfThisPage(link.href)) return;
    event.preventDefault();
    lapse.open(link.href);
  });
  whenRendered(() => {
    const input = range();
    if (!input) return;
    input.setAttribute(DOM.keep, "hidden");
    input.hidden = false;
    const shown = sliderVersions().findIndex(({ name }) => name === shownVersion());
    // While the reader drags it, it is ahead of the page.
    if (lapse.isSettled || document.activeElement !== input) input.valueAsNumber = shown;
    // Choices take effect at once.
    const submit = sliderForm()?.querySelector<HTMLElement>("[type=submit]");
    submit?.setAttribute(DOM.keep, "hidden");
    if (submit) submit.hidden = true;
    const [select, mode] = [versionSelect(), modeSelect()];
    if (select) select.value = shownVersion();
    if (mode) mode.value = document.body.getAttribute(DOM.mode) ?? "served";
    sayVersion();
  });
}

function range(): HTMLInputElement | undefined {
  return marked(DOM.range, sliderForm()) as HTMLInputElement | undefined;
}

function modeSelect(): HTMLSelectElement | undefined {
  return sliderForm()?.querySelector<HTMLSelectElement>("select[name=as]") ?? undefined;
}

function isChoice(target: EventTarget | null): boolean {
  return target !== null && (target === versionSelect() || target === modeSelect());
}

/** Where the version is that the form's fields say. */
function chosen(): string {
  const name = versionSelect()?.value;
  const version = sliderVersions().find((one) => one.name === name);
  return inMode(version?.url ?? location.href, modeSelect()?.value ?? "served");
}

function sayVersion(): void {
  const input = range();
  const name = sliderVersions()[input?.valueAsNumber ?? -1]?.name;
  if (input && name !== undefined) input.ariaValueText = name;
}

/** The link that is followed in this tab by a click. */
function plainLink(event: MouseEvent): HTMLAnchorElement | undefined {
  const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event;
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || defaultPrevented) return;
  const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>("a[href]");
  return link && link.target === "" && !link.download ? link : undefined;
}
