/** What may stand in a request. The page's script writes forms, too, and knows no other type. */
export type FormValue =
  | undefined
  | null
  | boolean
  | number
  | string
  | readonly FormValue[]
  | { readonly [name: string]: FormValue };

/** One `name=value` of a form, with neither of them escaped. */
export type Pair = readonly [name: string, value: string];

/** Params as a form says them, with brackets; undefined where a form cannot say them. */
export function formPairs(params: {
  readonly [name: string]: FormValue;
}): readonly Pair[] | undefined {
  const entries = Object.entries(params).filter(([, value]) => value !== undefined);
  if (!entries.every(([name, value]) => isKey(name) && hasForm(value))) return undefined;
  return entries.flatMap(([name, value]) => pairsOf(name, value));
}

/** A form has no way to say that a list or an object is there and empty. */
function hasForm(value: FormValue): boolean {
  if (typeof value !== "object" || value === null) return true;
  const inner = Object.entries(value).filter(([, one]) => one !== undefined);
  return inner.length > 0 && inner.every(([key, one]) => isKey(key) && hasForm(one));
}

/** Whether a form's brackets can hold a key: some are taken for brackets, or for no key. */
function isKey(key: string): boolean {
  return key !== "" && key !== "__proto__" && !/[[\]]/.test(key);
}

function pairsOf(name: string, value: FormValue): readonly Pair[] {
  if (Array.isArray(value)) {
    // Objects in a list are told apart by their index.
    const isPlain = value.every((one) => typeof one !== "object" || one === null);
    return value.flatMap((one: FormValue, index) =>
      pairsOf(`${name}[${isPlain ? "" : index}]`, one),
    );
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, one]) =>
      one === undefined ? [] : pairsOf(`${name}[${key}]`, one),
    );
  }
  return [[name, value === null || value === undefined ? "" : String(value)]];
}
