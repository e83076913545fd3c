import type { MadeKey, StoredKey } from "@holdfast/store";

/** A key as programs read it. */
export function keyJson(key: StoredKey) {
  return {
    id: key.id,
    account: key.account,
    kind: key.kind,
    mode: key.mode,
    prefix: key.prefix,
    last_four: key.lastFour,
    version: key.pin,
    permissions: key.permissions,
    created_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  };
}

/** A key just made, with its text. */
export function madeKeyJson(key: MadeKey) {
  return { ...keyJson(key), key: key.text };
}
