import type { SentParams, TestAnswer, TestCaller, TestJson } from "holdfast/testing";
import { TEST_BANK_ACCOUNT } from "../domain/test-kit.js";
import type { Payments } from "./payments.fixture.js";

/** What an object of the API shows at any version, and all that a version may show beside. */
export type Shown = TestJson & { readonly id: string };

/** The body of an answer that must be a success. */
export function bodyOf<Body>(answer: TestAnswer<Body>): Body {
  if (answer.status !== 200) throw new Error(`not a success: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** Calls a method that must succeed. */
export async function done<Body = Shown>(
  caller: TestCaller,
  method: string,
  params: SentParams = {},
): Promise<Body> {
  return bodyOf(await caller.call<Body>(method, params));
}

/** The items of a list, however the version wraps them. */
export function itemsOf(list: TestJson | undefined): readonly Shown[] {
  const items = Array.isArray(list) ? list : list?.data;
  if (!Array.isArray(items)) throw new Error(`not a list: ${JSON.stringify(list)}`);
  return items;
}

/** The fields of a hash that are there, among some names. */
export function pick(hash: object | undefined, ...names: readonly string[]) {
  if (!hash) throw new Error(`nothing to pick ${names.join(", ")} from`);
  const members: Readonly<Record<string, unknown>> = { ...hash };
  return Object.fromEntries(
    names.filter((name) => name in members).map((name) => [name, members[name]]),
  );
}

/** An error's status with the parts that programs read. */
export function errorOf({ status, body }: TestAnswer) {
  const parts = ["type", "code", "param"].filter((name) => body.error?.[name]);
  return { status, ...pick(body.error ?? {}, ...parts) };
}

/** A card's details by number. */
export function card(number: string, more: SentParams = {}) {
  return { object: "card", number, exp_month: 12, exp_year: 2030, cvc: "123", ...more };
}

/** A bank account whose debits succeed; with another number, they do not. */
export function bankAccount(more: SentParams = {}) {
  return {
    object: "bank_account",
    ...TEST_BANK_ACCOUNT,
    ...more,
  };
}

/** A charge of $10 on a test card, made at the newest version. */
export function aCharge(caller: TestCaller, more: SentParams = {}) {
  const params = { amount: 1000, currency: "usd", source: "tok_visa", ...more };
  return done(caller, "charges.create", params);
}

/** A customer, made at the newest version; with a card unless told otherwise. */
export function aCustomer(caller: TestCaller, more: SentParams = {}) {
  const params = { source: "tok_visa", ...more };
  return done<Shown & { readonly default_source: string }>(caller, "customers.create", params);
}

/** A customer with a verified bank account as default source. */
export async function aBankCustomer(caller: TestCaller, account_number = "000123456789") {
  const customer = await aCustomer(caller, { source: bankAccount({ account_number }) });
  const verification = { customer: customer.id, id: customer.default_source, amounts: [32, 45] };
  await done(caller, "customers.sources.verify", verification);
  return customer;
}

/** A bank debit that failed, days after it was made. */
export async function aFailedDebit(payments: Payments, caller: TestCaller) {
  const customer = await aBankCustomer(caller, "000111111116");
  const charge = await done(caller, "charges.create", {
    amount: 1000,
    currency: "usd",
    customer: customer.id,
  });
  await payments.pass(10);
  return charge;
}

/** A charge that is disputed, and its dispute. */
export async function aDispute(caller: TestCaller, source = "tok_createDispute") {
  const { id: charge } = await aCharge(caller, { source });
  const { dispute } = await done<{ dispute: string }>(caller, "charges.retrieve", { charge });
  return { charge, dispute };
}

/** Gives a dispute a state that only the bank could bring about. */
export async function setDispute({ db }: Payments, id: string, state: object) {
  const row = await db
    .selectFrom("disputes")
    .select("data")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const data = JSON.stringify({ ...JSON.parse(row.data), ...state });
  await db.updateTable("disputes").set({ data }).where("id", "=", id).execute();
}

/** A charge's refunds, expanded where they must be. */
export async function refundsOf(caller: TestCaller, charge: string) {
  const bare = await done(caller, "charges.retrieve", { charge });
  return "refunds" in bare
    ? bare.refunds
    : (await done(caller, "charges.retrieve", { charge, expand: ["refunds"] })).refunds;
}
