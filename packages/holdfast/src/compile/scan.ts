import { isHash } from "../definition/kinds/containers.js";
import { MAX_PAIRS } from "../http/decode-form.js";
import type { WireObject, WireValue } from "../http/message.js";
import type { PlannedField, PlannedObject, ReadPlan } from "./read-plan.js";

/** What was sent, by slot; `true` for a hash whose fields have slots of their own. */
export type Slots = (WireValue | undefined)[];

/** What a request holds: its values, and the paths that it wants expanded. */
export interface Scanned {
  readonly slots: Slots;
  readonly expand: readonly string[];
}

/** A form key and the slots that it fills. */
interface FormKey {
  readonly planned: PlannedField;
  readonly above: readonly PlannedField[];
}

/** Reads forms and trees into slots. Undefined: it is not plainly what the plan expects. */
export class Scanner {
  readonly #plan: ReadPlan;
  readonly #keys = new Map<string, FormKey>();

  constructor(plan: ReadPlan) {
    this.#plan = plan;
    this.#addKeys(plan.top, "", []);
  }

  #addKeys({ fields }: PlannedObject, prefix: string, above: readonly PlannedField[]): void {
    for (const planned of fields) {
      const { name } = planned.field;
      const key = prefix === "" ? name : `${prefix}[${name}]`;
      if (!planned.inPath) this.#keys.set(key, { planned, above });
      if (planned.below) this.#addKeys(planned.below, key, [...above, planned]);
    }
  }

  /** Values of the path fill their slots first. */
  #start(path: Readonly<Record<string, string>>): Slots {
    const slots: Slots = new Array(this.#plan.slots).fill(undefined);
    for (const { inPath, field, slot } of this.#plan.top.fields) {
      if (inPath) slots[slot] = path[field.name];
    }
    return slots;
  }

  /**
   * Reads a query string or form (WHATWG URL, section 5.1), one pass and no tree. Whatever is
   * unusual (lists, keys sent twice, texts beyond ASCII) is left to the decoder.
   */
  form(text: string, path: Readonly<Record<string, string>>): Scanned | undefined {
    if (UNUSUAL.test(text)) return undefined;
    const slots = this.#start(path);
    const expand: Expand = { paths: [], style: undefined };
    let pairs = 0;
    for (let start = 0; start < text.length; ) {
      if (++pairs > MAX_PAIRS) return undefined;
      const ampersand = text.indexOf("&", start);
      const end = ampersand === -1 ? text.length : ampersand;
      const equals = text.indexOf("=", start);
      if (equals === -1 || equals >= end) return undefined;
      const key = unescaped(text.slice(start, equals));
      const value = unescaped(text.slice(equals + 1, end));
      if (key === undefined || value === undefined) return undefined;
      const isRead = key.startsWith("expand[")
        ? putExpand(key, value, expand)
        : this.#put(key, value, slots);
      if (!isRead) return undefined;
      start = end + 1;
    }
    return { slots, expand: expand.paths };
  }

  #put(key: string, value: string, slots: Slots): boolean {
    const known = this.#keys.get(key);
    if (known) {
      const { planned, above } = known;
      if (slots[planned.slot] !== undefined) return false;
      slots[planned.slot] = value;
      return markAbove(above, slots);
    }
    return this.#putOwnKey(key, value, slots);
  }

  /** `metadata[order]=1`: a key of the caller's choosing. */
  #putOwnKey(key: string, value: string, slots: Slots): boolean {
    const open = key.lastIndexOf("[");
    if (open === -1 || !key.endsWith("]")) return false;
    const known = this.#keys.get(key.slice(0, open));
    const own = key.slice(open + 1, -1);
    if (!known?.planned.field.info.kind.takesOwnKeys) return false;
    if (own === "" || own === "__proto__" || own.includes("]")) return false;
    const { slot } = known.planned;
    const hash = slots[slot] ?? Object.create(null);
    if (typeof hash !== "object" || hash === null || own in hash) return false;
    (hash as Record<string, string>)[own] = value;
    slots[slot] = hash;
    return markAbove(known.above, slots);
  }

  /** Reads a tree whose values are typed. */
  tree(input: WireObject, path: Readonly<Record<string, string>>): Scanned | undefined {
    const slots = this.#start(path);
    const { expand = "" } = input;
    const paths = Array.isArray(expand) ? expand : expand === "" ? [] : [expand];
    if (!paths.every((one) => typeof one === "string")) return undefined;
    return fill(this.#plan.top, input, slots, "expand") ? { slots, expand: paths } : undefined;
  }
}

const UNUSUAL = /[^ -~]|%00|^&|&&|&$/;

/** Nothing where only the decoder can tell what is meant, or what is wrong. */
function unescaped(text: string): string | undefined {
  if (!text.includes("%")) return text.includes("+") ? text.replaceAll("+", " ") : text;
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

function markAbove(above: readonly PlannedField[], slots: Slots): boolean {
  for (const { slot } of above) {
    const there = slots[slot];
    if (there !== undefined && there !== true) return false;
    slots[slot] = true;
  }
  return true;
}

/** `expand[]`, or `expand[0]` and so on in order; not the one and then the other. */
function putExpand(key: string, value: string, expand: Expand): boolean {
  const index = key.slice("expand[".length, -1);
  const own = index === "" ? "appended" : "indexed";
  const inOrder = own === "appended" || index === String(expand.paths.length);
  if (!inOrder || !key.endsWith("]") || (expand.style ?? own) !== own) return false;
  expand.paths.push(value);
  expand.style = own;
  return true;
}

/** The paths to expand so far, and how they are written. */
interface Expand {
  readonly paths: string[];
  style: "appended" | "indexed" | undefined;
}

/** Puts what a hash holds into its slots, but for a name that is read otherwise. */
function fill(
  { byName, ignoresUnknown }: PlannedObject,
  input: WireObject,
  slots: Slots,
  but?: string,
): boolean {
  for (const name in input) {
    if (name === but) continue;
    const value = input[name];
    const planned = byName.get(name);
    if (value === undefined || (!planned && ignoresUnknown)) continue;
    if (!planned || planned.inPath) return false;
    if (!planned.below) {
      slots[planned.slot] = value;
      continue;
    }
    if (value !== null && !isHash(value)) return false;
    slots[planned.slot] = value === null ? null : true;
    if (value !== null && !fill(planned.below, value, slots)) return false;
  }
  return true;
}
