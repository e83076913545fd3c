import { type FormValue, formPairs } from "../../samples/form.js";
import { button, make } from "../page/elements.js";
import type { TriedRequest } from "./send.js";

/** What is sent, as fields that the reader can change. */
interface ParamFields {
  readonly element: HTMLElement;
  /** What stands in them now. */
  read(): Pick<TriedRequest, "text" | "type">;
}

const PLAIN = { spellcheck: "false", autocomplete: "off" } as const;

/** A row for each param; where a form cannot say them, as with empty lists, their JSON. */
export function paramFields(params: { readonly [name: string]: FormValue }): ParamFields {
  const pairs = formPairs(params);
  if (!pairs) return jsonField(JSON.stringify(params, null, 2));
  const rows = make("div", { class: "params" }, ...pairs.map(([name, value]) => row(name, value)));
  const add = button("Add a param", () => rows.append(row("", "")));
  return {
    element: make("div", { class: "params" }, rows, add),
    read: () => ({
      text: new URLSearchParams(sentBy(rows)).toString(),
      type: "application/x-www-form-urlencoded",
    }),
  };
}

/** A param whose name and value can be changed; without a name it is not sent. */
function row(name: string, value: string): HTMLElement {
  return make(
    "div",
    { class: "param" },
    make("input", { ...PLAIN, "aria-label": "Param", value: name }),
    make("input", { ...PLAIN, "aria-label": `Value of ${name || "the param"}`, value }),
  );
}

function sentBy(rows: HTMLElement): string[][] {
  return [...rows.children].flatMap((one) => {
    const [name, value] = one.querySelectorAll("input");
    return name?.value ? [[name.value, value?.value ?? ""]] : [];
  });
}

function jsonField(text: string): ParamFields {
  const area = make("textarea", { ...PLAIN, "aria-label": "Body", rows: "8" }, text);
  return { element: area, read: () => ({ text: area.value, type: "application/json" }) };
}
