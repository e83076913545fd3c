import { DOM } from "../../pages/dom.js";
import { tellRendered } from "../page/rendered.js";
import { morph } from "./morph.js";
import { endMotion, look, showChanges } from "./motion.js";
import { holdFocus, holdSteady } from "./steady.js";

/**
 * Puts a page that the server sent in the place of the one that is shown.
 *
 * @returns the keys of the attributes that came, left, or changed
 */
export function renderPage(html: string): ReadonlySet<string> {
  const next = new DOMParser().parseFromString(html, "text/html");
  endMotion();
  const before = look();
  const [focusAgain, scrollBack] = [holdFocus(), holdSteady()];
  for (const node of morph(document.head, next.head).leaving) node.parentNode?.removeChild(node);
  const { changes, leaving } = morph(document.body, next.body);
  tellRendered();
  showChanges(changes, leaving, before);
  focusAgain();
  scrollBack();
  const { entered, left, renamed, changed } = changes;
  const attributes = [...entered, ...left, ...renamed, ...changed].filter((element) =>
    element.hasAttribute(DOM.name),
  );
  return new Set(attributes.map((element) => element.getAttribute(DOM.key) ?? ""));
}
