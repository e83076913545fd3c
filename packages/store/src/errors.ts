/** What went wrong in the store, for programs to tell apart. */
export type StoreErrorCode =
  | "account_exists"
  | "account_not_found"
  | "key_not_found"
  | "key_not_active"
  | "invalid_argument"
  | "pepper_missing"
  | "pepper_mismatch"
  | "no_common_version"
  | "migrations_out_of_order"
  | "writer_busy"
  | "database_busy"
  | "written_in_a_read"
  | "transaction_undone"
  | "value_not_storable";

/** An error that the store itself raises; errors of the databases pass through as they are. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Others were in the way: nothing was kept, and the same may succeed a little later. The framework
 * answers it with a 503 and `Retry-After`.
 */
export class BusyError extends StoreError {
  readonly retryAfterSeconds: number;

  constructor(code: "writer_busy" | "database_busy", retryAfterSeconds: number, cause: Error) {
    super(code, cause.message, { cause });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
