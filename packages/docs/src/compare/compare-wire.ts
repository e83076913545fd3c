import type { WirePolicy } from "holdfast/contract";
import type { Difference, DifferenceKind } from "./difference.js";
import { differ, placeOf, type Sides } from "./sides.js";

/** What a policy of the wire says, and what callers do about it. */
interface Words {
  readonly kind: DifferenceKind;
  readonly says: string;
  readonly mend?: string;
}

type AllWords = { readonly [P in keyof WirePolicy]: Readonly<Record<WirePolicy[P], Words>> };

const WORDS: AllWords = {
  nulls: {
    rendered: {
      kind: "nullable",
      says: "What is null is shown as null now; it was left out",
      mend: "Be ready for fields that are null, and not only for those that are missing.",
    },
    omitted: {
      kind: "optional",
      says: "What is null is left out now; it was shown as null",
      mend: "Be ready for fields that are missing, and not only for those that are null.",
    },
  },
  unknownParams: {
    refused: {
      kind: "unknown_keys",
      says: "Unknown params are refused now; they were ignored",
      mend: "Send only params that are documented.",
    },
    ignored: { kind: "unknown_keys", says: "Unknown params are ignored now; they were refused" },
  },
  lists: {
    envelope: {
      kind: "list_style",
      says: "Lists are wrapped in an object now; they were bare arrays",
      mend: "Read the items of lists from the object that wraps them.",
    },
    array: {
      kind: "list_style",
      says: "Lists are bare arrays now; they were wrapped in an object",
      mend: "Read lists as arrays.",
    },
  },
  diffHashes: {
    nested: {
      kind: "converted",
      says: "Events show only the keys of an object that changed; they showed all of it",
      mend: "Read only what changed from the previous attributes of events.",
    },
    whole: {
      kind: "converted",
      says: "Events show all of an object that changed; they showed only the keys that did",
      mend: "Read whole objects from the previous attributes of events.",
    },
  },
  diffLists: {
    whole: {
      kind: "converted",
      says: "Events show all of a list that changed; they showed only the entries that did",
      mend: "Read whole lists from the previous attributes of events.",
    },
    entries: {
      kind: "converted",
      says: "Events show only the entries of a list that changed; they showed all of it",
      mend: "Read only the entries that changed from the previous attributes of events.",
    },
  },
  mismatchedKeys: {
    refused: {
      kind: "behaviour",
      says: "An idempotency key that comes back with other params is refused now; the first answer was given again",
      mend: "Use a new idempotency key for every other request.",
    },
    replayed: {
      kind: "behaviour",
      says: "An idempotency key that comes back with other params gets the first answer again; it was refused",
    },
  },
};

/** What differs in how everything is written. */
export function compareWire(sides: Sides): readonly Difference[] {
  const [was, is] = [sides.older.wire, sides.newer.wire];
  if (was === is) return [];
  return (Object.keys(WORDS) as (keyof WirePolicy)[]).flatMap((name) => {
    if (was[name] === is[name]) return [];
    const words: Readonly<Record<string, Words>> = WORDS[name];
    const { kind = "converted", says = "", mend } = words[is[name]] ?? {};
    return differ(kind, placeOf({ on: "wire", name }, "itself"), {
      before: { path: name, value: was[name] },
      after: { path: name, value: is[name] },
      says,
      mend,
      gates: sides.among(),
    });
  });
}
