import type { SentParams, TestJson } from "holdfast/testing";
import {
  aBankCustomer,
  aCharge,
  aCustomer,
  bankAccount,
  done,
  itemsOf,
  pick,
} from "../arrange.fixture.js";
import type { GateSpec, GateSpecs, Stand } from "../gate-spec.fixture.js";

/** How the version shows some fields of a customer that was made today. */
async function shown({ today, here }: Stand, made: SentParams, ...names: string[]) {
  const { id: customer } = await aCustomer(today, made);
  return pick(await done(here, "customers.retrieve", { customer }), ...names);
}

/** What a customer with a param is, or the status where the param is not taken. */
async function sent({ here }: Stand, params: SentParams, ...names: string[]) {
  const made = await here.call("customers.create", params);
  if (made.status !== 200) return made.status;
  const read = await done(here, "customers.retrieve", { customer: made.body.id });
  return pick(read, ...names);
}

/** The statuses of creating and of updating a customer with some params. */
async function statuses({ today, here }: Stand, params: SentParams): Promise<unknown> {
  const { id: customer } = await aCustomer(today);
  const created = await here.call("customers.create", params);
  const updated = await here.call("customers.update", { customer, ...params });
  return [created.status, updated.status];
}

/** A list that was always shown, and is only there when expanded now. */
function shownUnlessExpanded(name: string): GateSpec {
  return {
    look: async ({ today, here }) => {
      const { id: customer } = await aCustomer(today);
      const bare = await done(here, "customers.retrieve", { customer });
      const expanded = await done(here, "customers.retrieve", { customer, expand: [name] });
      const listed = await done(here, "customers.list", {});
      const [object] = [expanded[name]?.object];
      return [name in bare, name in (itemsOf(listed)[0] ?? {}), object];
    },
    before: [true, true, "list"],
    after: [false, false, "list"],
  };
}

/** Gates of customers. */
export const customerGates: GateSpecs = {
  customer_has_next_recurring_charge: {
    look: (stand) => shown(stand, {}, "next_recurring_charge"),
    before: { next_recurring_charge: null },
    after: {},
  },
  customer_has_uncaptured: {
    look: async (stand) => {
      const { today, here } = stand;
      const { id: customer } = await aCustomer(today);
      await aCharge(today, { customer, source: undefined, capture: false });
      return [
        pick(await done(here, "customers.retrieve", { customer }), "uncaptured"),
        await shown(stand, {}, "uncaptured"),
      ];
    },
    before: [{ uncaptured: true }, { uncaptured: false }],
    after: [{}, {}],
  },
  customer_has_active_card: {
    look: async ({ today, here }) => {
      const customer = await aCustomer(today);
      await done(today, "customers.sources.create", { customer: customer.id, source: "tok_amex" });
      const paidByBank = await aBankCustomer(today);
      const look = async (id: string) => {
        const { active_card, cards } = await done(here, "customers.retrieve", { customer: id });
        return {
          ...(active_card !== undefined && { active_card: active_card?.last4 ?? null }),
          ...(cards && { cards: cards.data?.map((one) => one.last4) }),
        };
      };
      return [await look(customer.id), await look(paidByBank.id)];
    },
    before: [{ active_card: "4242" }, { active_card: null }],
    after: [{ cards: ["0005", "4242"] }, { cards: [] }],
    newest: [{}, {}],
  },
  customer_lacks_default_card: {
    look: (stand) => shown(stand, { source: undefined }, "default_card"),
    before: {},
    after: { default_card: null },
    newest: {},
  },
  customer_has_cards: {
    look: async (stand) => {
      const { today, here } = stand;
      const { id: customer } = await aCustomer(today);
      await done(today, "customers.sources.create", { customer, source: bankAccount() });
      const shows = await done(here, "customers.retrieve", { customer, expand: ["sources"] });
      const kinds = (list: TestJson | undefined) => list?.data?.map((one) => one.object);
      const added = await here.call("customers.cards.create", { customer, card: "tok_amex" });
      return [
        kinds(shows.cards),
        kinds(shows.sources),
        ...((await statuses(stand, { card: "tok_visa" })) as number[]),
        ...((await statuses(stand, { source: "tok_visa" })) as number[]),
        added.status,
      ];
    },
    before: [["card"], ["bank_account", "card"], 200, 200, 200, 200, 200],
    after: [undefined, ["bank_account", "card"], 400, 400, 200, 200, 400],
  },
  customer_has_default_card: {
    look: async ({ today, here }) => {
      const { id: customer, default_source: first } = await aCustomer(today);
      const added = { customer, source: "tok_amex" };
      const { id: second } = await done(today, "customers.sources.create", added);
      const show = async () => {
        const read = await done<Partial<Record<string, string>>>(here, "customers.retrieve", {
          customer,
        });
        return [read.default_card, read.default_source].map((id) =>
          id === first ? "first" : id === second ? "second" : id,
        );
      };
      const before = await show();
      const update = await here.call("customers.update", { customer, default_card: second });
      return [before, update.status, await show()];
    },
    before: [["first", "first"], 200, ["second", "second"]],
    after: [[undefined, "first"], 400, [undefined, "first"]],
  },
  keeps_empty_description: {
    look: async ({ today, here }) => {
      const { id: customer } = await aCustomer(today, { description: "words" });
      const { id: charge } = await aCharge(today, { description: "words" });
      return [
        (await done(here, "customers.update", { customer, description: "" })).description,
        (await done(here, "charges.update", { charge, description: "" })).description,
        (await done(here, "customers.retrieve", { customer })).description,
      ];
    },
    before: ["", "", ""],
    after: [null, null, null],
  },
  keeps_empty_email: {
    look: async ({ today, here }) => {
      const { id: customer } = await aCustomer(today, { email: "a@example.com" });
      return (await done(here, "customers.update", { customer, email: "" })).email;
    },
    before: "",
    after: null,
  },
  customer_has_subscription: {
    look: async (stand) => {
      const { subscription, subscriptions } = await shown(
        stand,
        {},
        "subscription",
        "subscriptions",
      );
      return [subscription, (subscriptions as { object: string } | undefined)?.object];
    },
    before: [null, undefined],
    after: [undefined, "list"],
    newest: [undefined, undefined],
  },
  ids_take_any_characters: {
    look: async ({ here }) => {
      const id = "Jo & co./1";
      const made = await here.call("customers.create", { id });
      const read = await here.call("customers.retrieve", { customer: id });
      const plain = await here.call("customers.create", { id: "Jo_and-co1" });
      return [made.status, read.body.id, plain.status];
    },
    before: [200, "Jo & co./1", 200],
    after: [400, undefined, 200],
  },
  accepts_any_email: {
    look: (stand) => statuses(stand, { email: "no address" }),
    before: [200, 200],
    after: [400, 400],
  },
  customer_has_business_vat_id: {
    look: async (stand) => {
      const { here } = stand;
      const made = await sent(stand, { business_vat_id: "DE1" }, "business_vat_id");
      const { id: customer } = await done(here, "customers.create", {});
      const set = await here.call("customers.update", { customer, business_vat_id: "DE2" });
      const unset = await here.call("customers.update", { customer, business_vat_id: "" });
      const read = await done(here, "customers.retrieve", { customer });
      return [
        made,
        set.body.business_vat_id,
        unset.status,
        pick(read, "business_vat_id"),
        await sent(stand, { tax_info: { type: "vat", tax_id: "DE3" } }, "tax_info"),
      ];
    },
    before: [{ business_vat_id: "DE1" }, "DE2", 200, { business_vat_id: null }, 400],
    after: [400, undefined, 400, {}, { tax_info: { type: "vat", tax_id: "DE3" } }],
    newest: [400, undefined, 400, {}, 400],
  },
  customer_has_tax_info: {
    look: async (stand) => [
      await sent(
        stand,
        { tax_info: { type: "vat", tax_id: "DE3" } },
        "tax_info",
        "tax_info_verification",
      ),
      await shown(stand, {}, "tax_info", "tax_info_verification"),
    ],
    before: [
      {
        tax_info: { type: "vat", tax_id: "DE3" },
        tax_info_verification: { status: "unverified", verified_name: null },
      },
      { tax_info: null, tax_info_verification: null },
    ],
    after: [400, {}],
  },
  unlimited_customer_description: {
    look: async (stand) => [
      await statuses(stand, { description: "x".repeat(351) }),
      await statuses(stand, { description: "x".repeat(350) }),
    ],
    before: [
      [200, 200],
      [200, 200],
    ],
    after: [
      [400, 400],
      [200, 200],
    ],
  },
  customer_has_account_balance: {
    look: async (stand) => [
      await shown(stand, { balance: -250 }, "account_balance", "balance"),
      await sent(stand, { account_balance: 7 }, "account_balance", "balance"),
      await sent(stand, { balance: 8 }, "account_balance", "balance"),
    ],
    before: [{ account_balance: -250 }, { account_balance: 7 }, 400],
    after: [{ balance: -250 }, 400, { balance: 8 }],
  },
  customer_lacks_next_invoice_sequence: {
    look: async (stand) => [
      await shown(stand, { next_invoice_sequence: 5 }, "next_invoice_sequence"),
      await statuses(stand, { next_invoice_sequence: 6 }),
    ],
    before: [{}, [400, 400]],
    after: [{ next_invoice_sequence: 5 }, [200, 200]],
  },
  customer_embeds_sources: shownUnlessExpanded("sources"),
  customer_embeds_subscriptions: shownUnlessExpanded("subscriptions"),
  customer_embeds_tax_ids: shownUnlessExpanded("tax_ids"),
  customer_has_default_currency: {
    look: (stand) => shown(stand, {}, "default_currency", "currency"),
    before: { default_currency: null, currency: null },
    after: { currency: null },
  },
};
