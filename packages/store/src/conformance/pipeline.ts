import type { Account, AccountStore, Transactor } from "holdfast";
import { describe, expect, test } from "vitest";

/** A store as the pipeline sees it, with the one thing that a test needs beside: an account. */
export interface PipelineStore extends AccountStore, Transactor {
  createAccount(options: {
    readonly pin?: string;
    readonly granted?: readonly string[];
    readonly revoked?: readonly string[];
  }): Promise<{
    readonly account: Account;
    readonly secretKey: string;
    readonly publishableKey: string;
  }>;
}

export type WithPipelineStore = (
  use: (store: PipelineStore) => Promise<void>,
  clock?: () => number,
) => Promise<void>;

const answer = { status: 200, headers: { "content-type": "application/json" }, body: '{"a":"é"}' };
const key = { scope: "acct_a:test", key: "once" };

/** What every store must do, one of a team's own included. */
export function describePipelineStore(name: string, withStore: WithPipelineStore): void {
  describe(`${name}: accounts`, () => {
    test("knows an account by its keys, with its pin and gates", () =>
      withStore(async (store) => {
        const gates = { granted: ["b", "a"], revoked: ["c"] };
        const opened = await store.createAccount({ pin: "2014-09-24", ...gates });
        const secret = await store.authenticate(opened.secretKey);
        const publishable = await store.authenticate(opened.publishableKey);
        expect(secret?.account.id).toBe(opened.account.id);
        expect(secret?.account.pin).toBe("2014-09-24");
        expect([...(secret?.account.granted ?? [])].sort()).toEqual(["a", "b"]);
        expect(secret?.account.revoked).toEqual(["c"]);
        expect(secret).toMatchObject({
          kind: "secret",
          mode: "test",
          pin: null,
          permissions: null,
        });
        expect(publishable).toMatchObject({ kind: "publishable", mode: "test" });
        expect(publishable?.account.id).toBe(opened.account.id);
        expect(publishable?.keyId).not.toBe(secret?.keyId);
      }));

    test("knows nothing of other keys", () =>
      withStore(async (store) => {
        await store.createAccount({});
        for (const presented of ["", "sk_test_unknown", "x".repeat(10_000), "sk_test_a\0b"]) {
          expect(await store.authenticate(presented)).toBeNull();
        }
      }));

    test("a hundred first requests at once pin once", () =>
      withStore(async (store) => {
        const { account, secretKey } = await store.createAccount({});
        const versions = Array.from({ length: 100 }, (_, index) => `version-${index}`);
        const pins = await Promise.all(
          versions.map((version) => store.pinIfAbsent(account.id, version)),
        );
        expect(new Set(pins).size).toBe(1);
        expect((await store.authenticate(secretKey))?.account.pin).toBe(pins[0]);
      }));

    test("refuses to pin an account that is not there", () =>
      withStore(async (store) => {
        await expect(store.pinIfAbsent("acct_none", "a")).rejects.toThrow("no account acct_none");
      }));
  });

  describe(`${name}: activated versions`, () => {
    test("a version is active once every living process knows it, and stays so", async () => {
      let now = 1_000_000;
      await withStore(
        async (store) => {
          expect(await store.activate("old", ["a"])).toBe("a");
          expect(await store.activate("new", ["a", "b"])).toBe("a");
          now += 14_999;
          expect(await store.activate("new", ["a", "b"])).toBe("a");
          now += 1;
          expect(await store.activate("new", ["a", "b"])).toBe("b");
          expect(await store.activate("old", ["a"])).toBe("a");
          expect(await store.activate("new", ["a", "b", "c"])).toBe("b");
        },
        () => now,
      );
    });

    test("a process that leaves is not waited for", () =>
      withStore(async (store) => {
        await store.activate("old", ["a"]);
        await store.leave("old");
        expect(await store.activate("new", ["a", "b"])).toBe("b");
      }));

    test("the newest is the last in the list, whatever it is called", () =>
      withStore(async (store) => {
        expect(await store.activate("one", ["z", "genesis", "m"])).toBe("m");
      }));

    test("refuses a process that has nothing in common with the others", () =>
      withStore(async (store) => {
        await store.activate("one", ["a"]);
        await expect(store.activate("other", ["z"])).rejects.toThrow("every living process");
      }));
  });

  describe(`${name}: idempotency`, () => {
    const state = (store: Transactor, which = key) =>
      store.write(async (unit) => unit.idempotency, which);

    test("gives the answer again, to the same scope and key only", () =>
      withStore(async (store) => {
        await store.write(async (unit) => {
          expect(unit.idempotency).toEqual({ state: "new" });
          await unit.keepAnswer("print", answer);
        }, key);
        expect(await state(store)).toEqual({ state: "answered", fingerprint: "print", answer });
        expect(await state(store, { ...key, scope: "b" })).toEqual({ state: "new" });
        expect(await state(store, { ...key, key: "b" })).toEqual({ state: "new" });
      }));

    test("keeps it for a day, and then takes another", async () => {
      let now = 1_000_000;
      await withStore(
        async (store) => {
          await store.write((unit) => unit.keepAnswer("first", answer), key);
          now += 24 * 60 * 60 * 1000 - 1;
          expect(await state(store)).toMatchObject({ state: "answered" });
          now += 1;
          expect(await state(store)).toEqual({ state: "new" });
          await store.write((unit) => unit.keepAnswer("second", answer), key);
          expect(await state(store)).toMatchObject({ state: "answered", fingerprint: "second" });
        },
        () => now,
      );
    });

    test("says at once that a key is in flight, and runs nothing twice", () =>
      withStore(async (store) => {
        let finish = () => {};
        const holding = new Promise<void>((resolve) => {
          finish = resolve;
        });
        const first = store.write(async (unit) => {
          await holding;
          await unit.keepAnswer("print", answer);
        }, key);
        const others = await Promise.all(Array.from({ length: 20 }, () => state(store)));
        expect(others).toEqual(Array.from({ length: 20 }, () => ({ state: "in_flight" })));
        finish();
        await first;
        expect(await state(store)).toMatchObject({ state: "answered" });
      }));

    test("keeps nothing of a unit that throws", () =>
      withStore(async (store) => {
        const failing = store.write(async (unit) => {
          await unit.keepAnswer("print", answer);
          throw new Error("boom");
        }, key);
        await expect(failing).rejects.toThrow("boom");
        expect(await state(store)).toEqual({ state: "new" });
      }));

    test("refuses an answer where there is no new key", () =>
      withStore(async (store) => {
        const refusal = "whose idempotency key is new";
        await expect(store.write((unit) => unit.keepAnswer("p", answer))).rejects.toThrow(refusal);
        await expect(store.read((unit) => unit.keepAnswer("p", answer))).rejects.toThrow(refusal);
        await store.write((unit) => unit.keepAnswer("p", answer), key);
        const again = store.write((unit) => unit.keepAnswer("q", answer), key);
        await expect(again).rejects.toThrow(refusal);
      }));
  });
}
