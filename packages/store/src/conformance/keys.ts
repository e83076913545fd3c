import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openStore } from "../open-store.js";
import type { Store } from "../store.js";
import type { MakePlace } from "../testing/places.js";
import { withStore } from "../testing/with-store.js";

export function describeKeys(name: string, makePlace: MakePlace): void {
  describe(`${name}: keys`, () => {
    const good = async (store: Store, text: string) => (await store.authenticate(text)) !== null;

    test("makes keys with a pin and permissions of their own", () =>
      withStore(makePlace, async (store) => {
        const { account } = await store.createAccount({ pin: "a" });
        const made = await store.createKey(account.id, {
          kind: "publishable",
          mode: "live",
          pin: "b",
          permissions: ["tokens.create"],
        });
        expect(await store.authenticate(made.text)).toEqual({
          account: { id: account.id, pin: "a", granted: [], revoked: [] },
          keyId: made.id,
          kind: "publishable",
          mode: "live",
          pin: "b",
          permissions: ["tokens.create"],
        });
        expect(made.prefix + made.lastFour).toBe(`pk_live_${made.text.slice(-4)}`);
        const { text, ...stored } = made;
        expect(await store.listKeys(account.id)).toContainEqual(stored);
        await expect(
          store.createKey("acct_none", { kind: "secret", mode: "test" }),
        ).rejects.toMatchObject({ code: "account_not_found" });
      }));

    test("rolls a key with an overlap", async () => {
      let now = 1_000_000;
      await withStore(
        makePlace,
        async (store) => {
          const { account } = await store.createAccount();
          const options = { kind: "secret", mode: "test", pin: "a", permissions: ["b"] } as const;
          const old = await store.createKey(account.id, options);
          const made = await store.rollKey(old.id, { overlapSeconds: 60 });
          expect(made).toMatchObject({ ...options, account: account.id, expiresAt: null });
          expect(made.text).not.toBe(old.text);
          now += 59_999;
          expect([await good(store, old.text), await good(store, made.text)]).toEqual([true, true]);
          now += 1;
          expect([await good(store, old.text), await good(store, made.text)]).toEqual([
            false,
            true,
          ]);
          await expect(store.rollKey(old.id)).rejects.toMatchObject({ code: "key_not_active" });
        },
        { clock: () => now },
      );
    });

    test("a second roll shortens an overlap and never lengthens it", async () => {
      const now = 1_000_000;
      await withStore(
        makePlace,
        async (store) => {
          const { account } = await store.createAccount();
          const { id } = await store.createKey(account.id, { kind: "secret", mode: "test" });
          const end = async () =>
            (await store.listKeys(account.id)).find((each) => each.id === id)?.expiresAt;
          await store.rollKey(id, { overlapSeconds: 60 });
          await store.rollKey(id, { overlapSeconds: 600 });
          expect(await end()).toEqual(new Date(now + 60_000));
          await store.rollKey(id, { overlapSeconds: 0.5 });
          expect(await end()).toEqual(new Date(now + 500));
        },
        { clock: () => now },
      );
    });

    test("rolls without an overlap, and refuses one that is no time", () =>
      withStore(makePlace, async (store) => {
        const { account } = await store.createAccount();
        const old = await store.createKey(account.id, { kind: "secret", mode: "test" });
        for (const overlapSeconds of [-1, Number.NaN]) {
          await expect(store.rollKey(old.id, { overlapSeconds })).rejects.toMatchObject({
            code: "invalid_argument",
          });
        }
        const made = await store.rollKey(old.id);
        expect([await good(store, old.text), await good(store, made.text)]).toEqual([false, true]);
      }));

    test("revokes a key at once and for good", () =>
      withStore(makePlace, async (store) => {
        const { account } = await store.createAccount();
        const made = await store.createKey(account.id, { kind: "secret", mode: "test" });
        const revoked = await store.revokeKey(made.id);
        expect(revoked.revokedAt).not.toBeNull();
        expect(await good(store, made.text)).toBe(false);
        expect(await store.revokeKey(made.id)).toEqual(revoked);
        await expect(store.rollKey(made.id)).rejects.toMatchObject({ code: "key_not_active" });
        await expect(store.revokeKey("key_none")).rejects.toMatchObject({ code: "key_not_found" });
      }));

    test("stores no key, only its hash with the pepper", () =>
      withStore(makePlace, async (store, place) => {
        const { secretKey, publishableKey } = await store.createAccount();
        const { rows } = await sql`select * from holdfast_keys`.execute(store.reader);
        const text = JSON.stringify(rows);
        for (const key of [secretKey, publishableKey]) {
          expect(text).not.toContain(key);
          expect(text).not.toContain(key.slice("sk_test_".length, -4));
        }
        const other = openStore({ ...place.options, pepper: "another pepper than it was" });
        await expect(other).rejects.toMatchObject({ code: "pepper_mismatch" });
      }));
  });

  describe(`${name}: keys of development`, () => {
    test("a hundred requests at once with a new key open one account", () =>
      withStore(makePlace, async (store) => {
        const requests = Array.from({ length: 100 }, () => store.adoptKey("sk_test_8charsXY"));
        const ids = (await Promise.all(requests)).map((credential) => credential?.account.id);
        expect(new Set(ids).size).toBe(1);
        expect(ids[0]).toMatch(/^acct_/);
        expect((await store.listAccounts()).accounts).toHaveLength(1);
        const twin = await store.authenticate("pk_test_8charsXY");
        expect(twin).toMatchObject({ kind: "publishable", mode: "test", account: { id: ids[0] } });
        const other = await store.adoptKey("sk_test_another_key");
        expect(other?.account.id).not.toBe(ids[0]);
      }));

    test("opens nothing for keys of other forms", () =>
      withStore(makePlace, async (store) => {
        const others = [
          "sk_test_7chars_",
          "pk_test_12345678",
          "sk_live_12345678",
          "sk_test_1234-678",
        ];
        for (const key of [...others, ` sk_test_12345678`, `sk_test_${"a".repeat(201)}`]) {
          expect(await store.adoptKey(key)).toBeNull();
        }
        expect((await store.listAccounts()).accounts).toEqual([]);
      }));

    test("opens nothing for a key that was revoked", () =>
      withStore(makePlace, async (store) => {
        const adopted = await store.adoptKey("sk_test_12345678");
        await store.revokeKey(adopted?.keyId ?? "");
        expect(await store.adoptKey("sk_test_12345678")).toBeNull();
        expect((await store.listAccounts()).accounts).toHaveLength(1);
      }));
  });
}
