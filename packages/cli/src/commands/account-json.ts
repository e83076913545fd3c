import type { StoredAccount } from "@holdfast/store";

/** An account as programs read it. */
export function accountJson({ id, pin, granted, revoked, createdAt }: StoredAccount) {
  return { account: id, version: pin, granted, revoked, created_at: createdAt.toISOString() };
}
