import { DOM } from "../../pages/dom.js";
import type { FormValue } from "../../samples/form.js";
import { type ReaderKey, readerKey, sandboxKey, takeKey } from "../key/reader-key.js";
import { announce } from "../page/announce.js";
import { allMarked, make } from "../page/elements.js";
import { shownVersion } from "../time-lapse/addresses.js";
import { answerContent } from "./answer.js";
import { rememberId, withKnownIds } from "./known-ids.js";
import { paramFields } from "./param-fields.js";
import { send } from "./send.js";

/** The sample's request, as the page says it. */
interface Sample {
  readonly verb: string;
  readonly path: string;
  readonly params: { readonly [name: string]: FormValue };
  readonly headers: Readonly<Record<string, string>>;
  readonly version?: { readonly header: string; readonly name: string };
}

/**
 * Lets readers send the sample to the API, with their test key or a sandbox's, at the version that is
 * shown. Nothing is sent before they press the button.
 */
export function addTryForms(): void {
  const api = document.body.getAttribute(DOM.api);
  for (const slot of allMarked(DOM.slot, document, "try")) {
    const text = slot.getAttribute(DOM.request);
    if (api === null || text === null) continue;
    for (const hint of slot.querySelectorAll("small")) hint.textContent = hintOf();
    if (slot.dataset.tried === text) continue;
    const wasOpen = slot.querySelector("details")?.open === true;
    slot.dataset.tried = text;
    slot.setAttribute(DOM.keep, "content hidden data-tried");
    slot.hidden = false;
    const form = tryForm(JSON.parse(text) as Sample, api);
    const details = make("details", { open: wasOpen }, make("summary", {}, "Try it"), form);
    slot.replaceChildren(details);
  }
}

function tryForm(sample: Sample, api: string): HTMLFormElement {
  const path = field("Path", withKnownIds(sample.path));
  const params = paramFields(sample.params);
  const version = sample.version?.header;
  const submit = make("button", { type: "submit" }, `Send ${sample.verb}`);
  const result = make("div", { class: "result", role: "status" });
  const form = make(
    "form",
    {},
    path.label,
    params.element,
    submit,
    make("small", {}, hintOf()),
    result,
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    submit.disabled = true;
    try {
      const { key, version: pin } = readerKey() ?? (await freshKey());
      const answer = await send({
        verb: sample.verb,
        // A path that is none must not become a part of the host's name.
        url: `${api}/${path.input.value.replace(/^\/+/, "")}`,
        ...params.read(),
        headers: {
          ...sample.headers,
          ...(version !== undefined && { [version]: shownVersion() }),
        },
        key,
      });
      rememberId(bodyOf(answer.text));
      result.replaceChildren(...answerContent(answer, version ?? ""));
      // Its first request has decided at which version the account is held.
      if (pin === null) await takeKey(key);
      announce(`${answer.status} ${answer.statusText}`);
    } catch (problem) {
      const text = problem instanceof Error ? problem.message : String(problem);
      result.replaceChildren(make("p", { class: "status bad" }, text));
    }
    submit.disabled = false;
  });
  return form;
}

function hintOf(): string {
  if (readerKey()) return "Sent with your test key.";
  return document.body.hasAttribute(DOM.sandbox)
    ? "Sent with the key of a sandbox that is made for you."
    : "Give your test key first: it is asked for at the top of the page.";
}

/** Only test keys get so far: what is kept was told to be one, and sandboxes have no other. */
async function freshKey(): Promise<ReaderKey> {
  const key = sandboxKey();
  if (key === undefined) throw new Error("Give your test key first, at the top of the page.");
  return takeKey(key);
}

function field(label: string, value: string) {
  const input = make("input", { value, spellcheck: "false", autocomplete: "off" });
  return { input, label: make("label", {}, label, input) };
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
