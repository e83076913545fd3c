import { StoreError } from "../errors.js";

/**
 * Text as it is, if both databases can store it: SQLite's binding cuts it at a NUL, and
 * PostgreSQL refuses it.
 * @throws StoreError "value_not_storable"
 */
export function withoutNul(text: string): string {
  if (text.includes("\0")) throw notStorable("text with a NUL character");
  return text;
}

export function notStorable(what: string): StoreError {
  return new StoreError("value_not_storable", `The database cannot store this: ${what}.`);
}
