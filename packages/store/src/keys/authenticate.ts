import type { Credential } from "holdfast";
import { toGates } from "../accounts/account-row.js";
import type { StoreContext } from "../context.js";
import { sameHash } from "./key-hash.js";
import { toPermissions } from "./stored-key.js";

/** Longer texts are not hashed: no key is that long. */
const longestKey = 256;

/**
 * The account, the key and the gates come in one query, whose text is made once: it runs for
 * every request. Nothing is cached, so a changed pin is seen at once.
 */
export function authenticator({
  reader,
  hash,
  clock,
}: StoreContext): (presentedKey: string) => Promise<Credential | null> {
  const query = reader
    .selectFrom("holdfast_keys as key")
    .innerJoin("holdfast_accounts as account", "account.id", "key.account_id")
    .leftJoin("holdfast_gate_exceptions as exception", "exception.account_id", "account.id")
    .select(["key.id as key_id", "key.hash", "key.kind", "key.mode", "key.pin as key_pin"])
    .select(["key.permissions", "account.id", "account.pin", "exception.gate", "exception.effect"])
    .where("key.hash", "=", "")
    .where("key.revoked_at", "is", null)
    .where(({ or, eb }) => or([eb("key.expires_at", "is", null), eb("key.expires_at", ">", 0)]))
    .compile();

  return async (presentedKey) => {
    if (presentedKey.length > longestKey) return null;
    const presented = hash(presentedKey);
    const now: typeof query = { ...query, parameters: [presented, clock()] };
    const { rows } = await reader.executeQuery(now);
    const [row] = rows;
    if (row === undefined || !sameHash(row.hash, presented)) return null;
    return {
      account: { id: row.id, pin: row.pin, ...toGates(rows) },
      keyId: row.key_id,
      kind: row.kind,
      mode: row.mode,
      pin: row.key_pin,
      permissions: toPermissions(row.permissions),
    };
  };
}
