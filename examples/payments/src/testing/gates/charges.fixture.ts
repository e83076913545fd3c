import type { SentParams } from "holdfast/testing";
import { expect } from "vitest";
import {
  aBankCustomer,
  aCharge,
  aDispute,
  aFailedDebit,
  bodyOf,
  card,
  done,
  errorOf,
  itemsOf,
  pick,
  refundsOf,
  type Shown,
} from "../arrange.fixture.js";
import type { GateSpecs, Stand } from "../gate-spec.fixture.js";

/** How the version shows some fields of a charge that was made today. */
async function shown({ today, here }: Stand, made: SentParams, ...names: string[]) {
  const { id: charge } = await aCharge(today, made);
  return pick(await done(here, "charges.retrieve", { charge }), ...names);
}

const rule = {
  id: "rule_review_elevated_risk",
  object: "rule",
  action: "review",
  predicate: expect.any(String),
};

const fee = (amount: number) => expect.objectContaining({ amount, type: "stripe_fee" });

/** Gates of charges. */
export const chargeGates: GateSpecs = {
  charge_has_disputed: {
    look: async (stand) => {
      const { charge } = await aDispute(stand.today);
      const disputed = await done(stand.here, "charges.retrieve", { charge });
      const plain = await shown(stand, {}, "disputed", "dispute");
      const { dispute } = disputed;
      return [
        pick(
          { ...disputed, ...(dispute && { dispute: dispute.object ?? typeof dispute }) },
          "disputed",
          "dispute",
        ),
        plain,
      ];
    },
    before: [{ disputed: true }, { disputed: false }],
    after: [{ dispute: "dispute" }, { dispute: null }],
    newest: [{ dispute: "string" }, { dispute: null }],
  },
  charge_fee_lacks_dispute_fee: {
    look: async ({ today, here }) => {
      const { charge } = await aDispute(today);
      return pick(await done(here, "charges.retrieve", { charge }), "fee", "fee_details");
    },
    before: { fee: 59, fee_details: [fee(59)] },
    after: { fee: 1559, fee_details: [fee(59), fee(1500)] },
    newest: {},
  },
  charge_has_fee: {
    look: async (stand) => {
      const { charge } = await aDispute(stand.today);
      const disputed = await done(stand.here, "charges.retrieve", { charge });
      const moved = await done(stand.here, "balance_transactions.retrieve", {
        id: disputed.balance_transaction,
      });
      const declined = { source: "tok_chargeDeclined", amount: 1000, currency: "usd" };
      const { error } = (await stand.today.call("charges.create", declined)).body;
      const failed = await done(stand.here, "charges.retrieve", { charge: error?.charge });
      return [
        await shown(stand, {}, "fee", "fee_details"),
        pick(disputed, "fee"),
        pick(failed, "fee", "fee_details"),
        pick(moved, "fee", "fee_details"),
      ];
    },
    before: [
      { fee: 59, fee_details: [fee(59)] },
      { fee: 1559 },
      { fee: 0, fee_details: [] },
      { fee: 59, fee_details: [fee(59)] },
    ],
    after: [{}, {}, {}, { fee: 59, fee_details: [fee(59)] }],
  },
  charge_refunds_is_array: {
    look: async ({ today, here }) => {
      const { id: charge } = await aCharge(today);
      const { id: refund } = await done(today, "refunds.create", { charge, amount: 100 });
      const refunds = await refundsOf(here, charge);
      const list = Array.isArray(refunds) ? "array" : pick(refunds, "object", "has_more", "url");
      const [first] = itemsOf(refunds);
      return [list, first?.id === refund, JSON.stringify(list).replace(charge, "CHARGE")].slice(1);
    },
    before: [true, '"array"'],
    after: [true, '{"object":"list","has_more":false,"url":"/v1/charges/CHARGE/refunds"}'],
  },
  charge_status_is_paid: {
    look: async (stand) => {
      const declined = { source: "tok_chargeDeclined", amount: 1000, currency: "usd" };
      const { error } = (await stand.today.call("charges.create", declined)).body;
      const failed = await done(stand.here, "charges.retrieve", { charge: error?.charge });
      return [await shown(stand, {}, "status"), failed.status];
    },
    before: [{ status: "paid" }, "failed"],
    after: [{ status: "succeeded" }, "failed"],
  },
  charge_has_card: {
    look: async (stand) => {
      const tried = await Promise.all(
        ["card", "source"].map((name) =>
          stand.here.call("charges.create", { amount: 1000, currency: "usd", [name]: "tok_visa" }),
        ),
      );
      const { card: was, source } = await shown(stand, {}, "card", "source");
      return [
        (was as { object: string } | undefined)?.object,
        (source as { object: string } | undefined)?.object,
        tried.map(({ status }) => status),
      ];
    },
    before: ["card", undefined, [200, 400]],
    after: [undefined, "card", [400, 200]],
  },
  charge_list_is_card_only: {
    look: async ({ today, here }) => {
      const { id: customer } = await aBankCustomer(today);
      await aCharge(today);
      await aCharge(today, { customer, source: undefined });
      const kinds = async (params: SentParams) =>
        itemsOf(await done(here, "charges.list", params)).length;
      return [
        await kinds({}),
        await kinds({ source: { object: "all" } }),
        await kinds({ source: { object: "bank_account" } }),
        // The view is no filter of the caller's, without which there is no offset today.
        (await here.call("charges.list", { offset: 1 })).status,
      ];
    },
    before: [1, 2, 1, 200],
    after: [2, 2, 1, 400],
    alone: [1, 2, 1, 400],
  },
  charge_list_takes_offset: {
    look: async ({ today, here }) => {
      const { id: first } = await aCharge(today);
      await aCharge(today);
      const skipped = await here.call("charges.list", { offset: 1 });
      const ofCards = await done(here, "charges.list", { offset: 1, source: { object: "card" } });
      return [
        skipped.status === 200 ? itemsOf(skipped.body)[0]?.id === first : errorOf(skipped),
        itemsOf(ofCards)[0]?.id === first,
      ];
    },
    before: [true, true],
    after: [
      { status: 400, type: "invalid_request_error", code: "parameter_invalid", param: "offset" },
      true,
    ],
  },
  charge_embeds_outcome_rule: {
    look: async ({ today, here }) => {
      const { id: charge } = await aCharge(today, { source: "tok_riskLevelElevated" });
      return (await done(here, "charges.retrieve", { charge })).outcome?.rule;
    },
    before: rule,
    after: rule.id,
  },
  charge_embeds_dispute: {
    look: async ({ today, here }) => {
      const { charge, dispute } = await aDispute(today);
      const { dispute: shows } = await done<{ dispute: string | Shown }>(here, "charges.retrieve", {
        charge,
      });
      return typeof shows === "string"
        ? shows === dispute && "its id"
        : [shows.object, shows.id === dispute];
    },
    before: ["dispute", true],
    after: "its id",
  },
  charge_documents_application_fee: {
    look: async (stand) => [
      isDocumented(stand, "application_fee"),
      await shown(stand, {}, "application_fee"),
    ],
    before: [true, { application_fee: null }],
    after: [false, { application_fee: null }],
  },
  charge_documents_source: {
    look: async (stand) => {
      const { source } = await shown(stand, {}, "source");
      return [isDocumented(stand, "source"), (source as { object: string }).object];
    },
    before: [true, "card"],
    after: [false, "card"],
  },
  charge_shows_bank_debit_refunds: {
    look: async ({ today, here, payments }) => {
      const { id: charge } = await aFailedDebit(payments, today);
      const { id: plain } = await aCharge(today);
      await done(today, "refunds.create", { charge: plain });
      const count = async (method: string, params: SentParams) =>
        itemsOf(await done(here, method, params)).length;
      return {
        onCharge: itemsOf(await refundsOf(here, charge)).length,
        ofCharge: await count("charges.refunds.list", { charge }),
        filtered: await count("refunds.list", { charge }),
        all: await count("refunds.list", {}),
        plain: itemsOf(await refundsOf(here, plain)).length,
      };
    },
    before: { onCharge: 1, ofCharge: 1, filtered: 1, all: 2, plain: 1 },
    after: { onCharge: 0, ofCharge: 0, filtered: 1, all: 1, plain: 1 },
  },
  three_d_secure_has_booleans: {
    look: async (stand) => [
      await threeDSecure(stand, "4000000000003220"),
      await threeDSecure(stand, "4000000000003055"),
      await threeDSecure(stand, "4242424242424242"),
    ],
    before: [
      { authenticated: true, succeeded: true, result: "authenticated" },
      { authenticated: false, succeeded: true, result: "attempt_acknowledged" },
      null,
    ],
    after: [{ result: "authenticated" }, { result: "attempt_acknowledged" }, null],
  },
  charge_lacks_exempted: {
    look: async (stand) => [
      await threeDSecure(stand, "4000003800000446"),
      await threeDSecure(stand, "4000000000003220"),
    ],
    before: [{ result: "attempt_acknowledged" }, { result: "authenticated" }],
    after: [{ result: "exempted" }, { result: "authenticated" }],
  },
  charge_embeds_refunds: {
    look: async ({ today, here }) => {
      const { id: charge } = await aCharge(today);
      const bare = await done(here, "charges.retrieve", { charge });
      const expanded = await done(here, "charges.retrieve", { charge, expand: ["refunds"] });
      const [listed] = itemsOf(await done(here, "charges.list"));
      const expand = ["data.refunds"];
      const [listedExpanded] = itemsOf(await done(here, "charges.list", { expand }));
      return [bare, listed, expanded, listedExpanded].map((one) => one && "refunds" in one);
    },
    before: [true, true, true, true],
    after: [false, false, true, true],
  },
  charge_has_invoice: {
    look: (stand) => shown(stand, {}, "invoice"),
    before: { invoice: null },
    after: {},
  },
};

async function threeDSecure({ today, here }: Stand, number: string): Promise<unknown> {
  const { id: charge } = bodyOf(
    await today.call("charges.create", { amount: 1000, currency: "usd", source: card(number) }),
  );
  const { payment_method_details } = await done(here, "charges.retrieve", { charge });
  const found = payment_method_details?.card?.three_d_secure;
  return found && pick(found, "authenticated", "succeeded", "result");
}

function isDocumented({ contract }: Stand, field: string): boolean | undefined {
  const found = contract.resources.get("charge")?.shape.fields.get(field);
  return found && !found.info.undocumented;
}
