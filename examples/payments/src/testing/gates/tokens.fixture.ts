import type { TestJson } from "holdfast/testing";
import {
  aBankCustomer,
  aCustomer,
  bankAccount,
  card,
  done,
  errorOf,
  pick,
} from "../arrange.fixture.js";
import type { GateSpecs, Stand } from "../gate-spec.fixture.js";

const { object: _card, ...visa } = card("4242424242424242");
const { object: _bank, ...bank } = bankAccount();
const { account_holder_name: _name, ...namelessBank } = bank;

/** The statuses of requests with a hash in each place that takes one. */
async function hashStatuses(
  { today, here }: Stand,
  change: (hash: Readonly<Record<string, unknown>>) => object,
): Promise<unknown> {
  const { id } = await aCustomer(today);
  const calls = await Promise.all([
    here.call("tokens.create", { card: change(visa) }),
    here.call("tokens.create", { bank_account: change(namelessBank) }),
    here.call("customers.sources.create", {
      customer: id,
      source: change({ object: "card", ...visa }),
    }),
    here.call("customers.sources.create", {
      customer: id,
      source: change({ object: "bank_account", ...bank }),
    }),
  ]);
  return calls.map(({ status }) => status);
}

const hasFingerprint = (shown: TestJson | undefined) => "fingerprint" in pick(shown, "fingerprint");

async function bankStatus({ today, here }: Stand, ...names: string[]): Promise<unknown> {
  const fresh = await aCustomer(today, { source: bankAccount() });
  const verified = await aBankCustomer(today);
  const read = async ({ id: customer, default_source: id }: typeof fresh) =>
    pick(await done(here, "customers.sources.retrieve", { customer, id }), ...names);
  return [await read(fresh), await read(verified)];
}

/** Gates of tokens, cards and bank accounts. */
export const tokenGates: GateSpecs = {
  tokens_skip_card_validation: {
    look: async ({ today, here }) => {
      const wrong = { ...visa, number: "4242424242424241" };
      const made = await here.call("tokens.create", { card: wrong });
      if (made.status !== 200) return [errorOf(made)];
      const used = { amount: 1000, currency: "usd", source: made.body.id };
      return [made.status, errorOf(await today.call("charges.create", used))];
    },
    before: [
      200,
      { status: 402, type: "card_error", code: "incorrect_number", param: "source[number]" },
    ],
    after: [{ status: 402, type: "card_error", code: "incorrect_number", param: "card[number]" }],
  },
  token_has_amount: {
    look: async ({ here }) => {
      const plain = await done(here, "tokens.create", { card: visa });
      const priced = await here.call("tokens.create", { card: visa, amount: 500, currency: "eur" });
      return [pick(plain, "amount", "currency"), pick(priced.body, "amount", "currency")];
    },
    before: [
      { amount: 0, currency: "usd" },
      { amount: 500, currency: "eur" },
    ],
    after: [{}, {}],
  },
  token_card_has_customer: {
    look: async ({ today, here }) => {
      const token = await done(here, "tokens.create", { card: visa });
      const { id: customer, default_source: id } = await aCustomer(today);
      const of = { customer, id };
      const stored = await done<{ customer: string }>(here, "customers.cards.retrieve", of);
      return [pick(token.card, "customer"), stored.customer === customer];
    },
    before: [{ customer: null }, true],
    after: [{}, true],
  },
  publishable_key_reads_tokens: {
    look: async ({ today, publishable }) => {
      const { id: token } = await done(today, "tokens.create", { card: visa });
      const made = await publishable.call("tokens.create", { card: visa });
      return [made.status, (await publishable.call("tokens.retrieve", { token })).status];
    },
    before: [200, 200],
    after: [200, 401],
    newest: [200, 403],
  },
  publishable_key_sees_fingerprints: {
    look: async ({ here, publishable }) => {
      const look = async (caller: typeof here) => [
        hasFingerprint((await done(caller, "tokens.create", { card: visa })).card),
        hasFingerprint(
          (await done(caller, "tokens.create", { bank_account: namelessBank })).bank_account,
        ),
      ];
      return { secret: await look(here), publishable: await look(publishable) };
    },
    before: { secret: [true, true], publishable: [true, true] },
    after: { secret: [true, true], publishable: [false, false] },
  },
  source_hash_ignores_unknown_params: {
    look: (stand) => hashStatuses(stand, (hash) => ({ ...hash, nonsense: "1" })),
    before: [200, 200, 200, 200],
    after: [400, 400, 400, 400],
  },
  source_hash_missing_param_is_402: {
    look: (stand) => hashStatuses(stand, ({ exp_year: _year, country: _country, ...hash }) => hash),
    before: [402, 402, 402, 402],
    after: [400, 400, 400, 400],
  },
  card_has_type: {
    look: async ({ today, here }) => {
      const { id: customer, default_source: id } = await aCustomer(today);
      const token = await done(here, "tokens.create", { card: visa });
      const stored = await done(here, "customers.cards.retrieve", { customer, id });
      return [pick(token.card, "type", "brand"), pick(stored, "type", "brand")];
    },
    before: [{ type: "Visa" }, { type: "Visa" }],
    after: [{ brand: "Visa" }, { brand: "Visa" }],
  },
  card_checks_lack_unavailable: {
    look: async ({ today, here }) => {
      const { id: customer, default_source: id } = await aCustomer(today, {
        source: "tok_avsUnchecked",
      });
      const stored = await done(here, "customers.cards.retrieve", { customer, id });
      return pick(stored, "address_line1_check", "address_zip_check", "cvc_check");
    },
    before: { address_line1_check: "unchecked", address_zip_check: "unchecked", cvc_check: "pass" },
    after: {
      address_line1_check: "unavailable",
      address_zip_check: "unavailable",
      cvc_check: "pass",
    },
  },
  bank_account_has_status_booleans: {
    look: (stand) => bankStatus(stand, "disabled", "validated", "verified", "status"),
    before: [
      { disabled: false, validated: false, verified: false },
      { disabled: false, validated: true, verified: true },
    ],
    after: [{ status: "new" }, { status: "verified" }],
  },
  bank_account_has_name: {
    look: async (stand) => {
      const read = await bankStatus(stand, "name", "account_holder_name");
      const sent = await Promise.all(
        ["name", "account_holder_name"].map((name) =>
          stand.here.call("tokens.create", { bank_account: { ...namelessBank, [name]: "Jo" } }),
        ),
      );
      return [read, sent.map(({ status }) => status)];
    },
    before: [
      [{ name: "Jenny Rosen" }, { name: "Jenny Rosen" }],
      [200, 400],
    ],
    after: [
      [{ account_holder_name: "Jenny Rosen" }, { account_holder_name: "Jenny Rosen" }],
      [400, 200],
    ],
  },
};
