import { createHmac, timingSafeEqual } from "node:crypto";

/** HMAC-SHA-256 (RFC 2104) with the pepper, so that a stolen database opens no account. */
export function keyHasher(pepper: string): (key: string) => string {
  return (key) => createHmac("sha256", pepper).update(key).digest("hex");
}

/** Compares in a time that tells nothing of where two hashes differ. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
