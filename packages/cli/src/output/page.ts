import type { Io } from "../io.js";
import { type Colours, colours } from "./colour.js";

/** Where a result is shown to a person. */
export interface Page {
  /** How wide it is, in characters; undefined for as wide as needed. */
  readonly columns: number | undefined;
  readonly colours: Colours;
}

export function pageOf(io: Io): Page {
  return { columns: io.columns, colours: colours(io.colours) };
}
