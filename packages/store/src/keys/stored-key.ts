import type { KeyKind, Mode } from "holdfast";
import type { Selectable } from "kysely";
import type { StoreTables } from "../database/tables.js";
import { StoreError } from "../errors.js";

/** What is kept of a key; its text is not. */
export interface StoredKey {
  readonly id: string;
  readonly account: string;
  readonly kind: KeyKind;
  readonly mode: Mode;
  /** What the key starts with, as "sk_test_". */
  readonly prefix: string;
  /** The key's last four characters, by which people recognise it. */
  readonly lastFour: string;
  readonly pin: string | null;
  readonly permissions: readonly string[] | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** A key just made, with the only sight that there will be of its text. */
export interface MadeKey extends StoredKey {
  readonly text: string;
}

export function toStoredKey(row: Selectable<StoreTables["holdfast_keys"]>): StoredKey {
  return {
    id: row.id,
    account: row.account_id,
    kind: row.kind,
    mode: row.mode,
    prefix: row.prefix,
    lastFour: row.last_four,
    pin: row.pin,
    permissions: toPermissions(row.permissions),
    createdAt: new Date(row.created_at),
    expiresAt: toDate(row.expires_at),
    revokedAt: toDate(row.revoked_at),
  };
}

export function toPermissions(json: string | null): readonly string[] | null {
  return json === null ? null : JSON.parse(json);
}

export function keyNotFound(id: string): StoreError {
  return new StoreError("key_not_found", `There is no key ${id}.`);
}

function toDate(time: number | null): Date | null {
  return time === null ? null : new Date(time);
}
