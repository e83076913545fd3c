import { randomInt } from "node:crypto";
import type { KeyKind, Mode } from "holdfast";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** 190 bits that nobody can guess. */
const keyLength = 32;

const kinds = { secret: "sk", publishable: "pk" } as const satisfies Record<KeyKind, string>;

/** What a key's text starts with, as "sk_test_". */
export function keyPrefix(kind: KeyKind, mode: Mode): string {
  return `${kinds[kind]}_${mode}_`;
}

/** A new key's text. */
export function newKeyText(kind: KeyKind, mode: Mode): string {
  return keyPrefix(kind, mode) + randomAlphanumerics(keyLength);
}

/** An id of a kind, as "acct_" and 16 characters. */
export function newId(prefix: "acct" | "key"): string {
  return `${prefix}_${randomAlphanumerics(16)}`;
}

function randomAlphanumerics(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}
