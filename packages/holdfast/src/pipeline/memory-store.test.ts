import { describe, expect, test } from "vitest";
import { memoryStore } from "./memory-store.js";

const answer = { status: 200, headers: { "content-type": "application/json" }, body: "{}" };
const key = { scope: "acct_1", key: "once" };

describe("memoryStore", () => {
  test("knows an account by each of its keys", async () => {
    const store = memoryStore();
    const opened = store.createAccount({ pin: "2014-09-24", granted: ["a"], revoked: ["b"] });
    const narrow = store.createKey(opened.account.id, {
      kind: "publishable",
      mode: "live",
      pin: "2015-02-18",
      permissions: ["tokens.create"],
    });
    expect(await store.authenticate(opened.secretKey)).toMatchObject({
      account: { id: opened.account.id, pin: "2014-09-24", granted: ["a"], revoked: ["b"] },
      kind: "secret",
      mode: "test",
      pin: null,
      permissions: null,
    });
    expect(await store.authenticate(narrow)).toMatchObject({
      kind: "publishable",
      mode: "live",
      pin: "2015-02-18",
      permissions: ["tokens.create"],
    });
    expect(await store.authenticate("sk_test_unknown")).toBeNull();
  });

  test("refuses an account that exists and a key of none", () => {
    const store = memoryStore();
    store.createAccount({ id: "acct_a" });
    expect(() => store.createAccount({ id: "acct_a" })).toThrow("acct_a already");
    expect(() => store.createKey("acct_b")).toThrow("no account acct_b");
  });

  test("pins once", async () => {
    const store = memoryStore();
    const { account, secretKey } = store.createAccount();
    expect(await store.pinIfAbsent(account.id, "a")).toBe("a");
    expect(await store.pinIfAbsent(account.id, "b")).toBe("a");
    expect((await store.authenticate(secretKey))?.account.pin).toBe("a");
    await expect(store.pinIfAbsent("acct_none", "a")).rejects.toThrow("no account");
  });

  test("activates what every living process knows, and keeps it active", async () => {
    let now = 0;
    const store = memoryStore({ clock: () => now });
    expect(await store.activate("old", ["a"])).toBe("a");
    expect(await store.activate("new", ["a", "b"])).toBe("a");
    now = 15_000;
    expect(await store.activate("new", ["a", "b"])).toBe("b");
    expect(await store.activate("old", ["a"])).toBe("a");
    await store.leave("old");
    expect(await store.activate("new", ["a", "b", "c"])).toBe("c");
    await expect(store.activate("stranger", ["z"])).rejects.toThrow("every living process");
  });

  test("gives units of work the application's services", async () => {
    const store = memoryStore({ services: () => ({ name: "services" }) });
    expect(await store.read(async (unit) => unit.services)).toEqual({ name: "services" });
    expect(await store.write((unit) => unit.savepoint(async () => unit.services))).toEqual({
      name: "services",
    });
  });

  test("keeps an answer for a day", async () => {
    let now = 0;
    const store = memoryStore({ clock: () => now });
    await store.write((unit) => unit.keepAnswer("print", answer), key);
    const state = () => store.write(async (unit) => unit.idempotency, key);
    expect(await state()).toEqual({ state: "answered", fingerprint: "print", answer });
    now = 24 * 60 * 60 * 1000;
    expect(await state()).toEqual({ state: "new" });
  });

  test("says at once that a key is in flight", async () => {
    const store = memoryStore();
    const inner = await store.write(
      () => store.write(async (unit) => unit.idempotency.state, key),
      key,
    );
    expect(inner).toBe("in_flight");
    expect(await store.write(async (unit) => unit.idempotency.state, key)).toBe("new");
  });

  test("keeps no answer of a unit that failed", async () => {
    const store = memoryStore();
    const failed = store.write(async (unit) => {
      await unit.keepAnswer("print", answer);
      throw new Error("boom");
    }, key);
    await expect(failed).rejects.toThrow("boom");
    expect(await store.write(async (unit) => unit.idempotency.state, key)).toBe("new");
  });

  test("refuses an answer without a new key", async () => {
    const store = memoryStore();
    await expect(store.write((unit) => unit.keepAnswer("print", answer))).rejects.toThrow(
      "whose idempotency key is new",
    );
  });
});
