import { notStorable, withoutNul } from "./storable.js";

/** What the binding can pass to SQLite without changing it. */
export type SqliteValue = string | number | bigint | null;

/**
 * The value as SQLite shall get it. The binding stores every number as a real, cuts text at its
 * first NUL, rounds large integers when it reads them, and ends the process at a boolean; so
 * integers go as bigints, and what would not come back as it went is refused.
 * @throws StoreError "value_not_storable"
 */
export function toSqlite(value: unknown): SqliteValue {
  switch (typeof value) {
    case "string":
      return withoutNul(value);
    case "number":
      if (Number.isSafeInteger(value)) return BigInt(value);
      if (!Number.isFinite(value) || Number.isInteger(value)) throw notStorable(`number ${value}`);
      return value;
    case "bigint":
      if (!Number.isSafeInteger(Number(value))) throw notStorable(`number ${value}`);
      return value;
    case "boolean":
      return value ? 1n : 0n;
    default:
      if (value === null) return null;
      throw notStorable(value === undefined ? "undefined" : `value of type ${typeof value}`);
  }
}
