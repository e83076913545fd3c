import type { WireValue } from "../http/message.js";
import type { Path } from "./path.js";
import { raise } from "./raised.js";
import * as errors from "./validation-errors.js";

/** What a request's values are read with, all the way down. */
export interface Reading {
  /** Whether a top-level param came as text, so that `"5"` may stand for 5. */
  isText(param: string): boolean;
  /** What helps a caller who sent a param that is not known here. */
  help(path: Path): string;
}

/** Where a value of a request stands. Paths are made only when an error needs one. */
export class Reader {
  /** True for forms and query strings, whose integers and booleans are text. */
  readonly coerce: boolean;
  /** True within a param whose values may not be quoted. */
  readonly sensitive: boolean;
  readonly #reading: Reading;
  readonly #parent: Reader | undefined;
  readonly #name: string;

  protected constructor(
    reading: Reading,
    parent: Reader | undefined,
    name: string,
    coerce: boolean,
    sensitive: boolean,
  ) {
    this.#reading = reading;
    this.#parent = parent;
    this.#name = name;
    this.coerce = coerce;
    this.sensitive = sensitive;
  }

  /** The reader of a request's params. */
  static top(reading: Reading): Reader {
    return new Reader(reading, undefined, "", false, false);
  }

  /** A reader that knows no place: where an error only says that something is wrong. */
  static anywhere(coerce: boolean): Reader {
    return new Anywhere({ isText: () => coerce, help: () => "" }, undefined, "", coerce, true);
  }

  /** The reader of a value below this one. */
  below(name: string): Reader {
    const coerce = this.#parent ? this.coerce : this.#reading.isText(name);
    return new Reader(this.#reading, this, name, coerce, this.sensitive);
  }

  /** The same place, whose values may not be quoted. */
  hidden(): Reader {
    return new Reader(this.#reading, this.#parent, this.#name, this.coerce, true);
  }

  /** The address in the caller's own names. */
  get path(): Path {
    return this.#parent ? [...this.#parent.path, this.#name] : [];
  }

  /** What helps a caller who sent this, which is not known here. */
  get help(): string {
    return this.#reading.help(this.path);
  }
}

class Anywhere extends Reader {
  override below(): Reader {
    return this;
  }

  override hidden(): Reader {
    return this;
  }
}

/** Refuses a value that is not of the expected type. */
export function refuse(reader: Reader, expected: string, input: WireValue): never {
  const received = reader.sensitive ? "something else" : showReceived(input, reader.coerce);
  raise(errors.invalidParam, { expected, received }, { param: reader.path });
}

/** Refuses a value of the right type that lies outside its limits. */
export function refuseLimit(reader: Reader, reason: string): never {
  raise(errors.paramOutOfLimits, { reason }, { param: reader.path });
}

/** How much of a value an error repeats, in UTF-16 code units. */
const LONGEST_SHOWN = 40;

// Where values have types, a text is shown as one: "5" is not 5.
function showReceived(input: WireValue, isText: boolean): string {
  if (input === null) return "null";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "a hash";
  if (typeof input !== "string") return String(input);
  return isText ? clip(input) : JSON.stringify(clip(input));
}

/** A cut must not leave half a surrogate pair. */
function clip(text: string): string {
  if (text.length <= LONGEST_SHOWN) return text;
  return `${text.slice(0, LONGEST_SHOWN).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
