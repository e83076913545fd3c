import { randomUUID } from "node:crypto";
import type {
  Account,
  AccountStore,
  Credential,
  IdempotencyKey,
  IdempotencyState,
  KeyKind,
  Mode,
  StoredAnswer,
  Transactor,
  UnitOfWork,
} from "./account-store.js";

/** How long an answer stands for its idempotency key, in milliseconds. */
const answerLife = 24 * 60 * 60 * 1000;

/** How long after its last sign of life a process still counts as living, in milliseconds. */
const signOfLife = 15_000;

/** What a memory store is opened with. */
export interface MemoryStoreOptions {
  /** What units of work give as their services. Its writes are not undone when a unit fails. */
  readonly services?: () => object;
  /** The time, in milliseconds since 1970. */
  readonly clock?: () => number;
}

/** An account to open; what is left out has a default. */
export interface MemoryAccountOptions {
  readonly id?: string;
  readonly pin?: string;
  readonly granted?: readonly string[];
  readonly revoked?: readonly string[];
  /** The mode of its first two keys; "test" if left out. */
  readonly mode?: Mode;
}

/** A key to make; what is left out has a default. */
export interface MemoryKeyOptions {
  readonly kind?: KeyKind;
  readonly mode?: Mode;
  readonly pin?: string;
  readonly permissions?: readonly string[];
}

/** An account store and transactor that lives as long as the process. */
export interface MemoryStore extends AccountStore, Transactor {
  createAccount(options?: MemoryAccountOptions): {
    readonly account: Account;
    readonly secretKey: string;
    readonly publishableKey: string;
  };
  /** Makes another key of an account and returns its text. */
  createKey(account: string, options?: MemoryKeyOptions): string;
}

interface KeyRecord extends Omit<Credential, "account"> {
  readonly account: string;
}

interface AnswerRecord {
  readonly fingerprint: string;
  readonly answer: StoredAnswer;
  readonly expires: number;
}

/**
 * A store in memory: for tests, for trying things, and for APIs whose accounts live elsewhere.
 *
 * @example
 * const store = memoryStore();
 * const { secretKey } = store.createAccount({ pin: "2014-09-08" });
 */
export function memoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  const { services = () => ({}), clock = Date.now } = options;
  const accounts = new Map<string, Account>();
  const keys = new Map<string, KeyRecord>();
  const answers = new Map<string, AnswerRecord>();
  const inFlight = new Set<string>();
  const processes = new Map<string, { versions: readonly string[]; seen: number }>();
  const activated = new Set<string>();

  function createKey(account: string, key: MemoryKeyOptions = {}): string {
    if (!accounts.has(account)) throw new Error(`There is no account ${account}.`);
    const { kind = "secret", mode = "test", pin = null, permissions = null } = key;
    const text = `${kind === "secret" ? "sk" : "pk"}_${mode}_${randomText()}`;
    keys.set(text, { account, keyId: `key_${keys.size + 1}`, kind, mode, pin, permissions });
    return text;
  }

  function unit(
    idempotency: IdempotencyState,
    keepAnswer: UnitOfWork["keepAnswer"] = refuseAnswer,
  ): UnitOfWork {
    return { services: services(), idempotency, keepAnswer, savepoint: (part) => part() };
  }

  function known(name: string): IdempotencyState {
    const record = answers.get(name);
    if (record === undefined || record.expires <= clock()) return { state: "new" };
    return { state: "answered", fingerprint: record.fingerprint, answer: record.answer };
  }

  async function writeOnce<T>(
    work: (unit: UnitOfWork) => Promise<T>,
    { scope, key }: IdempotencyKey,
  ): Promise<T> {
    const name = JSON.stringify([scope, key]);
    if (inFlight.has(name)) return work(unit({ state: "in_flight" }));
    inFlight.add(name);
    try {
      const state = known(name);
      if (state.state !== "new") return await work(unit(state));
      let kept: AnswerRecord | undefined;
      const result = await work(
        unit(state, async (fingerprint, answer) => {
          kept = { fingerprint, answer, expires: clock() + answerLife };
        }),
      );
      if (kept !== undefined) answers.set(name, kept);
      return result;
    } finally {
      inFlight.delete(name);
    }
  }

  return {
    createKey,
    createAccount({ id, pin = null, granted = [], revoked = [], mode = "test" } = {}) {
      const account = { id: id ?? `acct_${randomText()}`, pin, granted, revoked };
      if (accounts.has(account.id)) throw new Error(`There is an account ${account.id} already.`);
      accounts.set(account.id, account);
      return {
        account,
        secretKey: createKey(account.id, { mode }),
        publishableKey: createKey(account.id, { kind: "publishable", mode }),
      };
    },
    async authenticate(presentedKey) {
      const key = keys.get(presentedKey);
      const account = key && accounts.get(key.account);
      return key && account ? { ...key, account } : null;
    },
    async pinIfAbsent(id, version) {
      const account = accounts.get(id);
      if (account === undefined) throw new Error(`There is no account ${id}.`);
      if (account.pin !== null) return account.pin;
      accounts.set(id, { ...account, pin: version });
      return version;
    },
    async activate(processId, versions) {
      const now = clock();
      processes.set(processId, { versions, seen: now });
      const living = [...processes.values()].filter(({ seen }) => seen > now - signOfLife);
      for (const version of versions) {
        if (living.every((process) => process.versions.includes(version))) activated.add(version);
      }
      const newest = versions.findLast((version) => activated.has(version));
      if (newest === undefined) throw new Error("No version is known to every living process.");
      return newest;
    },
    async leave(processId) {
      processes.delete(processId);
    },
    async read(work) {
      return work(unit({ state: "new" }));
    },
    async write(work, idempotencyKey) {
      return idempotencyKey === undefined
        ? work(unit({ state: "new" }))
        : writeOnce(work, idempotencyKey);
    },
  };
}

async function refuseAnswer(): Promise<never> {
  throw new Error("An answer can be kept only in a unit of work whose idempotency key is new.");
}

function randomText(): string {
  return randomUUID().replaceAll("-", "");
}
