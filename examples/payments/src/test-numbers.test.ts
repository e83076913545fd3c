import { readFile } from "node:fs/promises";
import type { TestCaller } from "holdfast/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_CARDS, TEST_TOKENS } from "./domain/network/test-cards.js";
import {
  aBankCustomer,
  aCharge,
  aCustomer,
  card,
  done,
  errorOf,
  pick,
} from "./testing/arrange.fixture.js";
import { openPayments, type Payments } from "./testing/payments.fixture.js";

const page = await readFile(new URL("../docs/testing.md", import.meta.url), "utf8");

/** The rows of the table below a heading: the texts of their cells. */
function rowsOf(heading: string): readonly string[][] {
  const section = page.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

let payments: Payments;
let caller: TestCaller;
beforeAll(async () => {
  payments = await openPayments();
  caller = payments.callAs();
});
afterAll(() => payments.close());

const address = { address_line1: "1 Main Street", address_zip: "10001" };

/** What a charge shows of what its number does. */
interface Shown {
  readonly source: Readonly<Record<string, unknown>>;
  readonly outcome: object;
  readonly dispute: string | null;
  readonly balance_transaction: string;
  readonly payment_method_details: { readonly card: { readonly three_d_secure: object } };
  readonly error?: { readonly code?: string; readonly decline_code?: string };
}

/** What a charge of a number gives, and of its token, where it has one. */
async function chargesOf(number = "", token = "") {
  const sources = [card(number, address), ...(token === "" ? [] : [token])];
  return Promise.all(
    sources.map((source) =>
      caller.call<Shown>("charges.create", { amount: 1000, currency: "usd", source }),
    ),
  );
}

describe("the numbers of the testing page do what it says", () => {
  it.each(rowsOf("Cards that work"))("%s %s", async (number, token, brand, funding) => {
    for (const { status, body } of await chargesOf(number, token)) {
      expect(status).toBe(200);
      expect(pick(body.source, "brand", "funding")).toEqual({ brand, funding });
    }
  });

  it.each(rowsOf("Cards that are declined"))("%s %s", async (number, token, code, why) => {
    for (const { status, body } of await chargesOf(number, token)) {
      expect([status, body.error?.code, body.error?.decline_code]).toEqual([402, code, why]);
    }
    const kept = await caller.call("customers.create", { source: card(number ?? "") });
    expect(errorOf(kept)).toMatchObject({ status: 402, code });
  });

  it.each(rowsOf("Cards that are declined later"))("%s %s", async (number, token, code, why) => {
    for (const { status, body } of await chargesOf(number, token)) {
      expect([status, body.error?.code, body.error?.decline_code]).toEqual([402, code, why]);
    }
    const { id: customer } = await aCustomer(caller, { source: card(number ?? "") });
    const later = { amount: 1000, currency: "usd", customer };
    expect(errorOf(await caller.call("charges.create", later))).toMatchObject({
      status: 402,
      code,
    });
  });

  it.each(rowsOf("Risk"))("%s %s", async (number, token, level, type) => {
    for (const { status, body } of await chargesOf(number, token)) {
      expect(status).toBe(200);
      expect(pick(body.outcome, "risk_level", "type")).toEqual({ risk_level: level, type });
    }
  });

  it.each(rowsOf("Disputes"))("%s %s", async (number, token, reason, withdrawn) => {
    for (const { status, body } of await chargesOf(number, token)) {
      expect(status).toBe(200);
      const dispute = body.dispute ?? "";
      const found = await done(caller, "disputes.retrieve", { dispute });
      expect(found.reason).toBe(reason);
      const { length } = found.balance_transactions as readonly unknown[];
      expect(length > 0).toBe(withdrawn === "yes");
    }
  });

  it.each(rowsOf("Checks of the address and the security code"))(
    "%s %s",
    async (number, token, line1, zip, cvc) => {
      for (const [index, { status, body }] of (await chargesOf(number, token)).entries()) {
        expect(status).toBe(200);
        const { source } = body;
        expect(source.cvc_check).toBe(cvc);
        // A token brings an address only where its point is the address.
        const isBrought = index === 0 || source.address_line1 !== null;
        const isZipBrought = index === 0 || source.address_zip !== null;
        if (isBrought) expect(source.address_line1_check).toBe(line1);
        if (isZipBrought) expect(source.address_zip_check).toBe(zip);
        expect(isBrought || line1 === "pass").toBe(true);
        expect(isZipBrought || zip === "pass").toBe(true);
      }
    },
  );

  it.each(rowsOf("3-D Secure"))("%s", async (number, result) => {
    const [charge] = await chargesOf(number);
    const details = charge?.body.payment_method_details;
    expect(pick(details?.card.three_d_secure, "result")).toEqual({ result });
  });

  it("money at once", async () => {
    const [number = ""] = /\d{16}/.exec(page.split("## Money at once")[1] ?? "") ?? [];
    for (const { body } of await chargesOf(number, "tok_bypassPending")) {
      const id = body.balance_transaction;
      const moved = await done(caller, "balance_transactions.retrieve", { id });
      expect(moved.available_on).toBe(moved.created);
    }
    const usual = await aCharge(caller);
    const id = String(usual.balance_transaction);
    const moved = await done(caller, "balance_transactions.retrieve", { id });
    expect(Number(moved.available_on) - Number(moved.created)).toBe(2 * 86_400);
  });

  it.each(rowsOf("Bank accounts"))("%s", async (number, ends) => {
    const customer = await aBankCustomer(caller, number);
    const { id } = await aCharge(caller, { customer: customer.id, source: undefined });
    const before = await done(caller, "charges.retrieve", { charge: id });
    expect(before.status).toBe("pending");
    await payments.pass(5);
    const after = await done(caller, "charges.retrieve", { charge: id });
    expect(after.failure_code ?? after.status).toBe(ends);
  });

  it("other numbers, and those whose check digit is wrong", async () => {
    const [other] = await chargesOf("4111111111111111");
    expect(other?.body.error).toMatchObject({
      code: "card_declined",
      decline_code: "test_mode_live_card",
    });
    const [wrong] = await chargesOf("4242424242424241");
    expect(wrong?.body.error?.code).toBe("incorrect_number");
  });
});

it("the testing page has every number and every token of the simulator, and no other", () => {
  const numbers = new Set(page.match(/\b\d{14,16}\b/g));
  expect([...numbers].sort()).toEqual([...TEST_CARDS.keys()].sort());
  expect(new Set(page.match(/\btok_\w+/g))).toEqual(new Set(TEST_TOKENS.keys()));
});
