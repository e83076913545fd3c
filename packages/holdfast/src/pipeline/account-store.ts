/** Which world a key belongs to. Records of one mode are never seen from the other. */
export type Mode = "test" | "live";

/** A secret key may do everything; a publishable one may stand in a browser or an app. */
export type KeyKind = "secret" | "publishable";

/** An account as the pipeline sees it. */
export interface Account {
  readonly id: string;
  /** The version that the account is held at, or null before its first request. */
  readonly pin: string | null;
  /** Gates that this account has although its version does not. */
  readonly granted: readonly string[];
  /** Gates that this account lacks although its version has them. */
  readonly revoked: readonly string[];
}

/** What a presented key stands for. */
export interface Credential {
  readonly account: Account;
  readonly keyId: string;
  readonly kind: KeyKind;
  readonly mode: Mode;
  /** A version that this key is held at, whatever the account's pin. */
  readonly pin: string | null;
  /** Permissions that narrow the key, or null for all that its kind allows. */
  readonly permissions: readonly string[] | null;
}

/**
 * Where accounts, keys and pins are kept. Teams that have accounts already implement this
 * interface over them; `@holdfast/store` implements it on SQLite and PostgreSQL.
 */
export interface AccountStore {
  /** The credential of a presented key, or null if the key is unknown, revoked or expired. */
  authenticate(presentedKey: string): Promise<Credential | null>;
  /**
   * Pins an account that has no pin yet: inserts if absent, reads back, and returns the pin that
   * was stored, which is another one where a concurrent request was first.
   */
  pinIfAbsent(account: string, version: string): Promise<string>;
  /**
   * Says that this process is alive and which versions it knows (oldest first), and returns the
   * newest version that every living process knows.
   */
  activate(processId: string, versions: readonly string[]): Promise<string>;
  /** Says that this process ends, so that no version waits for it until its last sign of life is old. */
  leave(processId: string): Promise<void>;
}

/** A stored answer to a request that carried an idempotency key. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Names one request for good: whatever comes with the same key again is the same request. */
export interface IdempotencyKey {
  /** Whose key it is, for keys of two accounts or modes must not meet. */
  readonly scope: string;
  readonly key: string;
}

/** What is known of an idempotency key. */
export type IdempotencyState =
  | { readonly state: "new" }
  | { readonly state: "in_flight" }
  | { readonly state: "answered"; readonly fingerprint: string; readonly answer: StoredAnswer };

/**
 * Runs a request's writes as one: what `work` wrote is kept if it returns and gone if it throws.
 * `services` is what the application's `execute` functions receive beside their params.
 */
export interface UnitOfWork {
  readonly services: object;
  /** What is known of the key that this unit was opened with; "new" if it was opened with none. */
  readonly idempotency: IdempotencyState;
  /**
   * Stores the answer under this unit's idempotency key, as one of its writes: kept for 24 hours
   * if the unit is kept. Throws if the unit has no key, or one that is not new.
   */
  keepAnswer(fingerprint: string, answer: StoredAnswer): Promise<void>;
  /** Runs `part` so that its writes can be undone alone: gone if it throws. One at a time. */
  savepoint<T>(part: () => Promise<T>): Promise<T>;
}

/**
 * What a store or a transactor throws where others were in the way and nothing was kept: the same
 * request may succeed a little later. It is answered with a 503 and `Retry-After`.
 */
export interface Busy extends Error {
  readonly retryAfterSeconds: number;
}

/** Opens units of work. */
export interface Transactor {
  /**
   * One transaction for a request that writes. An idempotency key is claimed before the
   * transaction is waited for: while another unit holds it, `work` runs at once, without a
   * transaction, and reads "in_flight" in `idempotency`.
   */
  write<T>(work: (unit: UnitOfWork) => Promise<T>, idempotencyKey?: IdempotencyKey): Promise<T>;
  /** What a request that only reads needs; no transaction is opened. */
  read<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T>;
}
