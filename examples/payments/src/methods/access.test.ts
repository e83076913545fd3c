import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { api } from "../app.js";
import {
  aCharge,
  aCustomer,
  aDispute,
  bankAccount,
  done,
  errorOf,
  itemsOf,
} from "../testing/arrange.fixture.js";
import { openPayments, type Payments } from "../testing/payments.fixture.js";

let payments: Payments;
beforeAll(async () => {
  payments = await openPayments();
});
afterAll(async () => {
  expect(payments.failures).toEqual([]);
  await payments.close();
});

describe("idempotency keys", () => {
  const headers = { "idempotency-key": "one" };
  const params = { amount: 1000, currency: "usd", source: "tok_visa" };

  test("give the stored answer byte for byte, whatever the version since", async () => {
    const old = payments.callAs({ version: "2012-11-07" });
    const now = payments.callAs({ account: old.account.id });
    const sent = { amount: 1000, currency: "usd", card: "tok_visa" };
    const first = await old.call("charges.create", sent, headers);
    expect(first.body).toHaveProperty("card");
    for (const caller of [old, now]) {
      const again = await caller.call("charges.create", sent, headers);
      expect(again.status).toBe(200);
      expect(again.text).toBe(first.text);
      expect(again.headers["idempotent-replayed"]).toBe("true");
    }
    expect((await done(now, "charges.list")).data).toHaveLength(1);
  });

  test("keep a decline, with the charge that failed", async () => {
    const caller = payments.callAs();
    const declined = { ...params, source: "tok_chargeDeclined" };
    const first = await caller.call("charges.create", declined, headers);
    const again = await caller.call("charges.create", declined, headers);
    expect([first.status, again.status, again.text]).toEqual([402, 402, first.text]);
    expect((await done(caller, "charges.list")).data).toHaveLength(1);
  });

  test("keep nothing of what was never valid", async () => {
    const caller = payments.callAs();
    const wrong = await caller.call("charges.create", { ...params, amount: "much" }, headers);
    const right = await caller.call("charges.create", params, headers);
    expect([wrong.status, right.status]).toEqual([400, 200]);
  });

  test("are refused with other params, by the account and by the mode", async () => {
    const caller = payments.callAs();
    await caller.call("charges.create", params, headers);
    const other = await caller.call("charges.create", { ...params, amount: 2000 }, headers);
    expect(errorOf(other)).toEqual({ status: 400, type: "idempotency_error" });
    const elsewhere = await payments
      .callAs()
      .call("charges.create", { ...params, amount: 2000 }, headers);
    const live = payments.callAs({ account: caller.account.id, mode: "live" });
    const inLive = await live.call("customers.create", {}, headers);
    expect([elsewhere.status, inLive.status]).toEqual([200, 200]);
  });

  test("let one of two that come at once through", async () => {
    const caller = payments.callAs();
    const both = await Promise.all(
      [1, 2].map(() => caller.call("charges.create", params, headers)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await done(caller, "charges.list")).data).toHaveLength(1);
  });
});

describe("whose things are whose", () => {
  const { methods } = api.timeline.newest;

  /** One of each thing, by the param that names it. */
  async function belongings() {
    const owner = payments.callAs();
    const customer = await aCustomer(owner, { source: bankAccount() });
    const { charge, dispute } = await aDispute(owner);
    const { id: other } = await aCharge(owner);
    const { id: refund } = await done(owner, "refunds.create", { charge: other, amount: 1 });
    const { id: token } = await done(owner, "tokens.create", {
      bank_account: omitObject(bankAccount()),
    });
    const [event] = itemsOf(await done(owner, "events.list"));
    const [moved] = itemsOf(await done(owner, "balance_transactions.list"));
    const things: Readonly<Record<string, string | undefined>> = {
      customer: customer.id,
      charge,
      dispute,
      refund,
      token,
      "events.id": event?.id,
      "balance_transactions.id": moved?.id,
      "balance.history.id": moved?.id,
      id: customer.default_source,
    };
    return { owner, things };
  }

  const omitObject = ({ object: _object, ...rest }: ReturnType<typeof bankAccount>) => rest;

  const needed: Readonly<Record<string, object>> = {
    "charges.refunds.create": {},
    "customers.sources.create": { source: "tok_visa" },
    "customers.cards.create": { source: "tok_visa" },
    "customers.bank_accounts.create": { source: "tok_visa" },
    "customers.sources.verify": { amounts: [32, 45] },
    "customers.bank_accounts.verify": { amounts: [32, 45] },
  };

  test("nothing of another account, or of the other mode, is there", async () => {
    const { owner, things } = await belongings();
    const strangers = [
      payments.callAs(),
      payments.callAs({ account: owner.account.id, mode: "live" }),
    ];
    const named = [...methods.values()].filter(({ path }) => path.includes("{"));
    expect(named.length).toBeGreaterThan(25);
    for (const { definition, path } of named) {
      const group = definition.name.slice(0, definition.name.lastIndexOf("."));
      const params = Object.fromEntries(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [
          name,
          things[`${group}.${name}`] ?? things[name],
        ]),
      );
      for (const stranger of strangers) {
        const answer = await stranger.call(definition.name, {
          ...params,
          ...needed[definition.name],
        });
        expect([definition.name, errorOf(answer).status, answer.body.error?.code]).toEqual([
          definition.name,
          404,
          "resource_missing",
        ]);
      }
    }
  });

  test("lists hold none of it, and it cannot be used", async () => {
    const { owner, things } = await belongings();
    for (const stranger of [
      payments.callAs(),
      payments.callAs({ account: owner.account.id, mode: "live" }),
    ]) {
      for (const { definition, path } of methods.values()) {
        if (definition.returns.name !== "page" || path.includes("{")) continue;
        expect([definition.name, (await done(stranger, definition.name)).data]).toEqual([
          definition.name,
          [],
        ]);
      }
      const charge = async (params: object) =>
        errorOf(
          await stranger.call("charges.create", { amount: 1000, currency: "usd", ...params }),
        );
      const missing = { status: 404, code: "resource_missing" };
      expect(await charge({ customer: things.customer })).toMatchObject(missing);
      expect(await charge({ source: things.token })).toMatchObject(missing);
      const after = { starting_after: things.charge };
      expect(errorOf(await stranger.call("charges.list", after))).toMatchObject(missing);
    }
    const live = payments.callAs({ mode: "live" });
    expect((await aCustomer(live, { source: undefined })).livemode).toBe(true);
  });

  test("publishable keys make tokens, and do nothing else", async () => {
    const { owner, things } = await belongings();
    const publishable = payments.callAs({ account: owner.account.id, publishable: true });
    const allowed: string[] = [];
    for (const { definition, path } of methods.values()) {
      const params = Object.fromEntries(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, things[name] ?? "none"]),
      );
      const { status } = await publishable.call(definition.name, params);
      if (status !== 403) allowed.push(definition.name);
    }
    expect(allowed).toEqual(["tokens.create"]);
  });
});
