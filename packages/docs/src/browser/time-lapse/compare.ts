import { DOM } from "../../pages/dom.js";
import { button, make, marked } from "../page/elements.js";
import { whenRendered } from "../page/rendered.js";
import { shownVersion, sliderForm, sliderVersions } from "./addresses.js";

/**
 * A second handle on the slider: with it two versions are chosen, and a link leads to what changes
 * between them. The first handle still moves the page.
 */
export function startComparing(): void {
  const track = marked(DOM.range, sliderForm())?.parentElement;
  const controls = track?.parentElement;
  // A folder of files has guides to the newest version only.
  const canCompare = sliderForm()?.getAttribute(DOM.guide)?.includes("~to~") === true;
  if (!track || !controls || !canCompare) return;
  const second = make("input", {
    type: "range",
    class: "second",
    min: "0",
    "aria-label": "Compare with version",
    [DOM.keep]: "content",
  });
  const link = make("a", { class: "compared", [DOM.keep]: "content" });
  const press = button("Compare", () => toggle(second.hidden === true), {
    class: "comparing",
    "aria-pressed": "false",
    [DOM.keep]: "content",
  });
  const say = () => {
    const versions = sliderVersions();
    const other = versions[second.valueAsNumber]?.name;
    const template = sliderForm()?.getAttribute(DOM.guide);
    if (other === undefined || !template) return;
    const shown = versions.findIndex(({ name }) => name === shownVersion());
    const [from, to] =
      shown < second.valueAsNumber ? [shownVersion(), other] : [other, shownVersion()];
    second.ariaValueText = other;
    link.href = template
      .replace("~from~", () => encodeURIComponent(from))
      .replace("~to~", () => encodeURIComponent(to));
    link.textContent = from === to ? "Choose two versions" : `${from} to ${to}`;
  };
  const toggle = (on: boolean) => {
    second.hidden = !on;
    link.hidden = !on;
    press.ariaPressed = String(on);
    if (on) {
      second.max = String(sliderVersions().length - 1);
      second.valueAsNumber = startFor();
      say();
      second.focus();
    }
  };
  second.addEventListener("input", say);
  second.hidden = true;
  link.hidden = true;
  track.append(second);
  controls.append(link, press);
  whenRendered(say);
}

/** Where the second handle starts: at the newest version, or, from there, at the oldest. */
function startFor(): number {
  const versions = sliderVersions();
  return versions.at(-1)?.name === shownVersion() ? 0 : versions.length - 1;
}
