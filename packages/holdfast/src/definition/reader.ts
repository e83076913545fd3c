import type { WireValue } from "../http/message.js";
import type { Path } from "./path.js";
import { raise } from "./raised.js";
import * as errors from "./validation-errors.js";

/** Where a value of a request stands, and how it came. */
export interface Reader {
  /** The address in the caller's own names. */
  readonly path: Path;
  /** True for forms and query strings, whose integers and booleans are text. */
  readonly coerce: boolean;
  /** True within a param whose values may not be quoted. */
  readonly sensitive: boolean;
  /** What helps a caller who sent a param that is not known here. */
  help(path: Path): string;
}

/** The reader of a value below `reader`. */
export function below(reader: Reader, name: string): Reader {
  return { ...reader, path: [...reader.path, name] };
}

/** Refuses a value that is not of the expected type. */
export function refuse(reader: Reader, expected: string, input: WireValue): never {
  raise(
    errors.invalidParam,
    { expected, received: reader.sensitive ? "something else" : showReceived(input) },
    { param: reader.path },
  );
}

/** Refuses a value of the right type that lies outside its limits. */
export function refuseLimit(reader: Reader, reason: string): never {
  raise(errors.paramOutOfLimits, { reason }, { param: reader.path });
}

function showReceived(input: WireValue): string {
  if (input === null) return "null";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "a hash";
  const text = typeof input === "string" ? input : String(input);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
