import { expect, test } from "vitest";
import { openPayments } from "../testing/payments.fixture.js";

test("probe", async () => {
  let t = performance.now();
  const p = await openPayments();
  console.log("open", performance.now() - t);
  t = performance.now();
  const c = p.callAs();
  const r = await c.call("charges.create", { amount: 1000, currency: "usd", source: "tok_visa" });
  console.log("first", performance.now() - t);
  t = performance.now();
  for (let i = 0; i < 50; i++)
    await c.call("charges.create", { amount: 1000, currency: "usd", source: "tok_visa" });
  console.log("50", performance.now() - t);
  t = performance.now();
  console.log(r.text);
  const old = p.callAs({ account: c.account.id, version: "genesis" });
  console.log((await old.call("charges.retrieve", { charge: r.body.id })).text);
  for (let i = 0; i < 50; i++) await old.call("charges.retrieve", { charge: r.body.id });
  console.log("50", performance.now() - t);
  t = performance.now();
  expect(p.failures).toEqual([]);
  await p.close();
});
