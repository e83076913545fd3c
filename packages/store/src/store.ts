import type { AccountStore, Credential, Transactor } from "holdfast";
import type { StoredAccount } from "./accounts/account-row.js";
import { countPins, type PinCount } from "./accounts/count-pins.js";
import { createAccount, type NewAccount, type OpenedAccount } from "./accounts/create-account.js";
import { clearGates, setGates } from "./accounts/gates.js";
import {
  type AccountList,
  type AccountsPage,
  getAccount,
  listAccounts,
} from "./accounts/list-accounts.js";
import { type PinChange, pinHistory, pinIfAbsent, setPin } from "./accounts/pins.js";
import type { StoreContext } from "./context.js";
import type { Connections } from "./database/connections.js";
import { keyAdopter } from "./keys/adopt-key.js";
import { authenticator } from "./keys/authenticate.js";
import type { NewKey } from "./keys/insert-key.js";
import { createKey, listKeys, type RollOptions, revokeKey, rollKey } from "./keys/manage-keys.js";
import type { MadeKey, StoredKey } from "./keys/stored-key.js";
import { activate, leave } from "./processes.js";
import { purgeExpired } from "./units/answers.js";
import { purgeLazily } from "./units/purge-lazily.js";
import { createTransactor, type ServicesOf } from "./units/transactor.js";

/**
 * Accounts, keys, pins, gate exceptions and idempotency records in a database, and units of work
 * that the application's own records share. Not to be called from inside a unit of work: on
 * SQLite what writes here waits for the unit's end.
 *
 * What changes an account or a key throws StoreError "account_not_found" or "key_not_found"; what
 * reads of one that is not there gives null or nothing.
 */
export interface Store extends AccountStore, Connections {
  /** @throws StoreError "account_exists" */
  createAccount(account?: NewAccount): Promise<OpenedAccount>;
  getAccount(id: string): Promise<StoredAccount | null>;
  /** How many accounts and keys are held at which version. */
  countPins(): Promise<readonly PinCount[]>;
  /** Newest first. */
  listAccounts(page?: AccountsPage): Promise<AccountList>;
  /** Holds an account at a version from its next request on; `who` is for the history. */
  setPin(account: string, version: string, who: string): Promise<void>;
  /** Oldest change first. */
  pinHistory(account: string): Promise<readonly PinChange[]>;
  /** Gives an account gates that its version lacks. */
  grantGates(account: string, gates: readonly string[], who: string): Promise<void>;
  /** Takes gates from an account that its version has. */
  revokeGates(account: string, gates: readonly string[], who: string): Promise<void>;
  /** Leaves it to the account's version again whether it has the gates. */
  clearGates(account: string, gates: readonly string[]): Promise<void>;
  createKey(account: string, key: NewKey): Promise<MadeKey>;
  /**
   * Makes a key like the given one, which ends after the overlap.
   * @throws StoreError "key_not_active" if it has ended already
   */
  rollKey(id: string, options?: RollOptions): Promise<MadeKey>;
  /** Ends a key at once. */
  revokeKey(id: string): Promise<StoredKey>;
  /** All keys that an account ever had, newest first. */
  listKeys(account: string): Promise<readonly StoredKey[]>;
  /**
   * As `authenticate`, and for development: a key sk_test_… that was never seen, with 8 to 200
   * more letters, digits or underscores, opens a sandbox account of its own, together with the
   * publishable key pk_test_… that ends alike.
   */
  adoptKey(presentedKey: string): Promise<Credential | null>;
  /**
   * Opens units of work whose services are made over the unit's own connection.
   *
   * @example
   * const transactor = store.transactor((db: Kysely<Tables>) => ({ db }));
   */
  transactor<Tables>(services: ServicesOf<Tables>): Transactor;
  /** A secret for another purpose, derived from the pepper: the same as long as that is the same. */
  secretFor(purpose: string): string;
  /** Removes idempotency records that have expired, and returns how many. Also happens by itself. */
  purgeExpired(): Promise<number>;
}

/** The store over a database that is open and migrated. */
export function createStore(context: StoreContext, connections: Connections): Store {
  const authenticate = authenticator(context);
  const purge = purgeLazily(() => purgeExpired(context), context.clock);
  const inFlight = new Set<string>();
  return {
    ...connections,
    authenticate,
    pinIfAbsent: (account, version) => pinIfAbsent(context, account, version),
    activate: (processId, versions) => activate(context, processId, versions),
    leave: (processId) => leave(context, processId),
    createAccount: (account) => createAccount(context, account),
    getAccount: (id) => getAccount(context, id),
    countPins: () => countPins(context),
    listAccounts: (page) => listAccounts(context, page),
    setPin: (account, version, who) => setPin(context, account, version, who),
    pinHistory: (account) => pinHistory(context, account),
    grantGates: (account, gates, who) => setGates(context, account, gates, "granted", who),
    revokeGates: (account, gates, who) => setGates(context, account, gates, "revoked", who),
    clearGates: (account, gates) => clearGates(context, account, gates),
    createKey: (account, key) => createKey(context, account, key),
    rollKey: (id, options) => rollKey(context, id, options),
    revokeKey: (id) => revokeKey(context, id),
    listKeys: (account) => listKeys(context, account),
    adoptKey: keyAdopter(context, authenticate),
    transactor: (services) =>
      createTransactor(context, { services, inFlight, onAnswer: purge.stored }),
    secretFor: (purpose) => context.hash(`secret for ${purpose}`),
    purgeExpired: () => purgeExpired(context),
    async close() {
      await purge.settled();
      await connections.close();
    },
  };
}
