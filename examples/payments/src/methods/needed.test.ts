import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bankAccount, card, errorOf } from "../testing/arrange.fixture.js";
import { openPayments, type Payments } from "../testing/payments.fixture.js";
import { createCharge } from "./charges.js";
import { sourceParams } from "./params.js";

let payments: Payments;
beforeAll(async () => {
  payments = await openPayments();
});
afterAll(() => payments.close());

const members = Object.entries(sourceParams).map(([name, { info }]): [string, string] => [
  name,
  info.description ?? "",
]);

/** What the descriptions say that something needs. */
const neededBy = (what: string) =>
  members
    .filter(([, text]) => new RegExp(`${what}( in the US)? needs it`).test(text))
    .map(([name]) => name);

describe.each([
  ["A card", card("4242424242424242"), {}],
  ["A bank account", bankAccount(), { code: "bank_account_unverified" }],
])("%s", (what, details, allThere) => {
  test.each(Object.keys(details).filter((name) => name !== "object"))(
    "needs %s if, and only if, its description says so",
    async (name) => {
      const source = { ...details, [name]: undefined };
      const params = { amount: 1000, currency: "usd", source };
      const answer = await payments.callAs().call("charges.create", params);
      const missing = { code: "parameter_missing", param: `source[${name}]` };
      expect(errorOf(answer)).toMatchObject(neededBy(what).includes(name) ? missing : allThere);
    },
  );
});

test("the least amount is the one that the description tells", async () => {
  const description = createCharge.params.amount?.info.description ?? "";
  const least = Number(/(\d+) is the least/.exec(description)?.[1]);
  const charge = (amount: number, currency: string) =>
    payments.callAs().call("charges.create", { amount, currency, source: "tok_visa" });
  for (const currency of ["usd", "jpy", "kwd"]) {
    expect((await charge(least, currency)).status).toBe(200);
    expect(errorOf(await charge(least - 1, currency))).toMatchObject({ code: "amount_too_small" });
  }
});
