import type { ErrorDefinition } from "./error.js";
import type { Path } from "./path.js";

/** Beside an error's data: which param it is about. */
export interface RaiseOptions {
  /**
   * The address of the offending param. Logic gives it in today's names (`"source"`,
   * `"card.number"`); it is answered in the caller's.
   */
  readonly param?: string | Path;
  /**
   * Where the param's address comes from: the names of the caller's version, today's, or a name that
   * the caller sent where that version knows none.
   */
  readonly speaks?: "caller" | "head" | "sent";
  /** Another HTTP status than the error's own. */
  readonly status?: number | undefined;
  /** Whether what the method wrote is kept, where it is not as the error says. */
  readonly keepsWrites?: boolean;
  /** Headers that go out with the answer, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A typed error on its way to the error layer. */
export class Raised extends Error {
  readonly definition: ErrorDefinition;
  readonly data: Readonly<Record<string, unknown>>;
  readonly param: Path | undefined;
  readonly speaks: "caller" | "head" | "sent";
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number | undefined;
  readonly keepsWrites: boolean;

  constructor(
    definition: ErrorDefinition,
    data: Readonly<Record<string, unknown>>,
    options: RaiseOptions = {},
  ) {
    super(definition.message);
    this.name = "Raised";
    this.definition = definition;
    this.data = data;
    this.param = typeof options.param === "string" ? options.param.split(".") : options.param;
    this.speaks = options.speaks ?? "head";
    this.status = options.status;
    this.keepsWrites = options.keepsWrites ?? definition.keepsWrites;
    this.headers = options.headers ?? {};
  }
}

/** Raises an error of the framework's own, about the caller's own request. */
export function raise(
  definition: ErrorDefinition,
  data: Readonly<Record<string, unknown>> = {},
  options: RaiseOptions = {},
): never {
  throw new Raised(definition, data, { speaks: "caller", ...options });
}
