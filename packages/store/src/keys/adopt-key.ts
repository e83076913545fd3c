import type { Credential } from "holdfast";
import { insertAccount } from "../accounts/create-account.js";
import type { StoreContext } from "../context.js";
import { inTransaction } from "../units/in-transaction.js";
import { insertKeyText } from "./insert-key.js";
import { newId } from "./key-text.js";

const adoptable = /^sk_test_([A-Za-z0-9_]{8,200})$/;

/** Undoes the account whose key another request has stored first. */
class KeyTaken extends Error {}

/**
 * For development: opens a sandbox account for a test key that was not seen before, with exactly
 * that key, and with the publishable key that ends alike. A hundred requests at once open one
 * account. A key that is known, be it revoked or expired, opens none.
 */
export function keyAdopter(
  context: StoreContext,
  authenticate: (presentedKey: string) => Promise<Credential | null>,
): (presentedKey: string) => Promise<Credential | null> {
  return async (presentedKey) => {
    const known = await authenticate(presentedKey);
    const suffix = adoptable.exec(presentedKey)?.[1];
    if (known !== null || suffix === undefined) return known;
    await openSandbox(context, presentedKey, `pk_test_${suffix}`);
    return authenticate(presentedKey);
  };
}

async function openSandbox(
  context: StoreContext,
  secret: string,
  publishable: string,
): Promise<void> {
  try {
    await inTransaction(context.database, async (transaction) => {
      const account = newId("acct");
      const insert = (kind: "secret" | "publishable", text: string) =>
        insertKeyText(context, transaction, account, { kind, mode: "test" }, text);
      await insertAccount(transaction, account, context.clock());
      if ((await insert("secret", secret)) === null) throw new KeyTaken();
      await insert("publishable", publishable);
    });
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error;
  }
}
