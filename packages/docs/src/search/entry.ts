/** What a search can find: a name that something has, or had, at some version. */
export interface SearchEntry {
  /** The name itself, the whole path for an attribute: `charges.create`, `source.last4`. */
  readonly name: string;
  readonly kind: "method" | "resource" | "event" | "error" | "param" | "field" | "value" | "page";
  /** Whose page it is on, by its name today: `charge`. */
  readonly subject: string;
  /** Its page: `charge`, `events`, `guides/errors`; and the fragment there, where it has one. */
  readonly slug: string;
  readonly anchor: string;
  /** The first and the last version at which it was called so. */
  readonly from: string;
  readonly to: string;
  /** What the newest version calls it; undefined where it is gone. */
  readonly now: string | undefined;
}

/**
 * The entries as they are sent to browsers: texts that stand in many entries are stored once.
 * An entry is `[name, kind, subject, slug, anchor, from, to, now]`; numbers are places in `texts`,
 * and -1 stands for what is not there.
 */
export interface SearchIndex {
  readonly texts: readonly string[];
  readonly entries: readonly (readonly number[])[];
}
