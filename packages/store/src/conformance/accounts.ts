import { describe, expect, test } from "vitest";
import type { MakePlace } from "../testing/places.js";
import { withStore } from "../testing/with-store.js";

export function describeAccounts(name: string, makePlace: MakePlace): void {
  describe(`${name}: administration of accounts`, () => {
    test("opens an account with an id and keys of its own", () =>
      withStore(makePlace, async (store) => {
        const { account, secretKey, publishableKey } = await store.createAccount();
        expect(account.id).toMatch(/^acct_[A-Za-z0-9]{16}$/);
        expect(secretKey).toMatch(/^sk_test_[A-Za-z0-9]{24,}$/);
        expect(publishableKey).toMatch(/^pk_test_[A-Za-z0-9]{24,}$/);
        expect(account).toMatchObject({ pin: null, granted: [], revoked: [] });
        expect(await store.getAccount(account.id)).toEqual(account);
        expect(await store.getAccount("acct_none")).toBeNull();
        const live = await store.createAccount({ mode: "live" });
        expect(live.secretKey).toMatch(/^sk_live_/);
        expect(live.publishableKey).toMatch(/^pk_live_/);
      }));

    test("refuses an id that is taken, and leaves the account as it was", () =>
      withStore(makePlace, async (store) => {
        const first = await store.createAccount({ id: "acct_a", pin: "a" });
        await expect(store.createAccount({ id: "acct_a", pin: "b" })).rejects.toMatchObject({
          code: "account_exists",
        });
        expect(await store.getAccount("acct_a")).toEqual(first.account);
        expect(await store.listKeys("acct_a")).toHaveLength(2);
      }));

    test("refuses a gate that is both granted and revoked", () =>
      withStore(makePlace, async (store) => {
        const opening = store.createAccount({ granted: ["a", "b"], revoked: ["b"] });
        await expect(opening).rejects.toMatchObject({ code: "invalid_argument" });
        expect((await store.listAccounts()).accounts).toEqual([]);
      }));

    test("lists accounts in pages, newest first", async () => {
      let now = 1_000_000;
      await withStore(
        makePlace,
        async (store) => {
          // Two of each age, so that a page can end between accounts of one age.
          for (const id of ["a", "b", "c", "d", "e"]) {
            await store.createAccount({ id, granted: [`gate_${id}`] });
            if (id === "b" || id === "d") now += 1000;
          }
          const first = await store.listAccounts({ limit: 2 });
          const second = await store.listAccounts({ limit: 2, after: "d" });
          const third = await store.listAccounts({ limit: 2, after: "b" });
          const ids = [first, second, third].map((page) => page.accounts.map(({ id }) => id));
          expect(ids).toEqual([["e", "d"], ["c", "b"], ["a"]]);
          expect([first, second, third].map(({ hasMore }) => hasMore)).toEqual([true, true, false]);
          expect(first.accounts[0]?.granted).toEqual(["gate_e"]);
        },
        { clock: () => now },
      );
    });

    test("counts what is held at which version, and lists its accounts", async () => {
      let now = 1_000_000;
      await withStore(
        makePlace,
        async (store) => {
          expect(await store.countPins()).toEqual([]);
          for (const id of ["one", "two", "three"]) {
            await store.createAccount({ id, pin: id === "three" ? "b" : "a" });
          }
          await store.createAccount({ id: "free" });
          const key = await store.createKey("free", { kind: "secret", mode: "test", pin: "c" });
          const old = await store.createKey("one", { kind: "secret", mode: "test", pin: "a" });
          await store.rollKey(old.id, { overlapSeconds: 10 });
          expect(await store.countPins()).toEqual([
            { version: "a", accounts: 2, keys: 2 },
            { version: "b", accounts: 1, keys: 0 },
            { version: "c", accounts: 0, keys: 1 },
          ]);
          now += 10_000;
          await store.revokeKey(key.id);
          expect(await store.countPins()).toEqual([
            { version: "a", accounts: 2, keys: 1 },
            { version: "b", accounts: 1, keys: 0 },
          ]);
          const listed = await store.listAccounts({ pin: "a", limit: 1 });
          expect(listed).toMatchObject({ accounts: [{ pin: "a" }], hasMore: true });
          const after = listed.accounts[0]?.id ?? "";
          const rest = await store.listAccounts({ pin: "a", after });
          expect(rest).toMatchObject({ accounts: [{ pin: "a" }], hasMore: false });
        },
        { clock: () => now },
      );
    });

    test("changes a pin, which is seen at once, and writes its history", async () => {
      let now = 1_000_000;
      await withStore(
        makePlace,
        async (store) => {
          const { account, secretKey } = await store.createAccount();
          const pin = async () => (await store.authenticate(secretKey))?.account.pin;
          expect(await store.pinIfAbsent(account.id, "a")).toBe("a");
          expect(await pin()).toBe("a");
          now += 1000;
          await store.setPin(account.id, "b", "ada@example.com");
          expect(await pin()).toBe("b");
          await store.setPin(account.id, "b", "nobody, for nothing changed");
          expect(await store.pinHistory(account.id)).toEqual([
            { at: new Date(1_000_000), who: "first request", from: null, to: "a" },
            { at: new Date(1_001_000), who: "ada@example.com", from: "a", to: "b" },
          ]);
          await expect(store.setPin("acct_none", "a", "ada")).rejects.toMatchObject({
            code: "account_not_found",
          });
        },
        { clock: () => now },
      );
    });

    test("writes the history of an account that was opened with a pin", () =>
      withStore(makePlace, async (store) => {
        const { account } = await store.createAccount({ pin: "a", who: "ada" });
        expect(await store.pinHistory(account.id)).toMatchObject([
          { who: "ada", from: null, to: "a" },
        ]);
      }));

    test("a hundred changes of one pin at once leave an unbroken history", () =>
      withStore(makePlace, async (store) => {
        const { account } = await store.createAccount({ pin: "start" });
        const versions = Array.from({ length: 100 }, (_, index) => `version-${index}`);
        await Promise.all(versions.map((version) => store.setPin(account.id, version, "ada")));
        const history = await store.pinHistory(account.id);
        expect(history).toHaveLength(101);
        expect(history.slice(1).map(({ from }) => from)).toEqual(
          history.slice(0, -1).map(({ to }) => to),
        );
        expect((await store.getAccount(account.id))?.pin).toBe(history.at(-1)?.to);
      }));

    test("grants, revokes and clears gates", () =>
      withStore(makePlace, async (store) => {
        const { account, secretKey } = await store.createAccount();
        const gates = async () => {
          const credential = await store.authenticate(secretKey);
          return [credential?.account.granted, credential?.account.revoked];
        };
        await store.grantGates(account.id, ["b", "a"], "ada");
        expect(await gates()).toEqual([["a", "b"], []]);
        await store.revokeGates(account.id, ["b", "c"], "ada");
        expect(await gates()).toEqual([["a"], ["b", "c"]]);
        await store.grantGates(account.id, ["c"], "ada");
        await store.clearGates(account.id, ["a", "never"]);
        await store.clearGates(account.id, []);
        expect(await gates()).toEqual([["c"], ["b"]]);
        const missing = { code: "account_not_found" };
        await expect(store.grantGates("none", ["a"], "ada")).rejects.toMatchObject(missing);
        await expect(store.revokeGates("none", ["a"], "ada")).rejects.toMatchObject(missing);
        await expect(store.clearGates("none", ["a"])).rejects.toMatchObject(missing);
      }));
  });
}
