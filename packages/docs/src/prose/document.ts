import type { Location } from "./prose-error.js";

/** A page of prose as it was written. */
export interface ProseDocument {
  /** Where it is among the docs: `guides/errors`. */
  readonly slug: string;
  readonly title: string;
  /** One plain sentence. */
  readonly description: string;
  /** Where it stands among the others; those without a number come last, by title. */
  readonly order: number;
  readonly file: string;
  readonly pieces: readonly Piece[];
}

/** A stretch of a page: Markdown, or parts that show the version that is read. */
export type Piece =
  | { readonly kind: "markdown"; readonly text: string; readonly line: number }
  | { readonly kind: "live"; readonly parts: readonly LivePart[] };

/** What live parts show. */
export const LIVE_VERBS = [
  "params",
  "attributes",
  "values",
  "example",
  "response",
  "object",
  "event",
  "errors",
  "events",
  "gate",
  "version",
] as const;

export type LiveVerb = (typeof LIVE_VERBS)[number];

/** One line of a live block: `params charges.list limit starting_after`. */
export interface LivePart {
  readonly verb: LiveVerb;
  /** What it is about, by its name today; undefined where it is about the whole API. */
  readonly name: string | undefined;
  /** What of it is shown, by names of today; everything where there is none. */
  readonly only: readonly string[];
  readonly at: Location;
}
