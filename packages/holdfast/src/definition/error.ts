import { captureOrigin, type Origin } from "./location.js";
import { Raised, type RaiseOptions } from "./raised.js";
import type { Fields, ParamsOf } from "./type.js";

/** What an author says of an error. */
export interface ErrorOptions<F extends Fields> {
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** The broad kind that client libraries make classes of, such as `card_error`. */
  readonly type: string;
  /** The narrow reason that programs look at; null where there is none. */
  readonly code?: string | null;
  readonly description: string;
  /** What people read. `{param}` and the names of `data` are filled in. */
  readonly message: string;
  /** Fields that the error carries beside type, code, message and param. */
  readonly data?: F;
  /**
   * Whether what the method wrote before it raised this is kept. A declined charge is a record;
   * most errors leave nothing behind.
   */
  readonly keepsWrites?: boolean;
}

/** An error of the API. Calling it makes one to throw. */
export interface ErrorDefinition {
  readonly name: string;
  readonly status: number;
  readonly type: string;
  readonly code: string | null;
  readonly description: string;
  readonly message: string;
  readonly fields: Fields;
  readonly keepsWrites: boolean;
  readonly origin: Origin;
}

type Arguments<F extends Fields> =
  Record<never, never> extends ParamsOf<F>
    ? [data?: ParamsOf<F>, options?: RaiseOptions]
    : [data: ParamsOf<F>, options?: RaiseOptions];

/** An error that can be thrown: `throw cardDeclined({ charge: "ch_1" })`. */
export type ThrowableError<F extends Fields> = ErrorDefinition &
  ((...args: Arguments<F>) => Raised);

/**
 * Describes an error once, as it is today.
 *
 * @example
 * const cardDeclined = error("card_declined", {
 *   status: 402, type: "card_error", code: "card_declined",
 *   description: "The bank refused.", message: "Your card was declined.",
 * });
 * throw cardDeclined();
 */
export function error<const F extends Fields = Record<never, never>>(
  name: string,
  options: ErrorOptions<F>,
): ThrowableError<F> {
  const make = (...[data, raiseOptions]: Arguments<F>): Raised =>
    new Raised(definition, data ?? {}, raiseOptions);
  const definition: ThrowableError<F> = Object.defineProperties(make as ThrowableError<F>, {
    name: { value: name },
    status: { value: options.status },
    type: { value: options.type },
    code: { value: options.code ?? null },
    description: { value: options.description },
    message: { value: options.message },
    fields: { value: options.data ?? {} },
    keepsWrites: { value: options.keepsWrites ?? false },
    origin: { value: captureOrigin(error) },
  });
  return definition;
}
