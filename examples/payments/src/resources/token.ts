import { resource, t } from "holdfast";
import type { TokenRecord } from "../records/index.js";
import { bankAccount } from "./bank-account.js";
import { card } from "./card.js";
import { created, livemode } from "./common.js";

/** A card or bank account, to be used once. */
export const token = resource("token", {
  description: "A card or bank account under an id that can be used once.",
  fields: {
    id: t.id("tok").describe("Unique id."),
    object: t.literal("token").describe("Says that this is a token."),
    amount: t
      .integer()
      .until("token_has_amount")
      .describe("What it was made for, in the currency's smallest unit."),
    bank_account: t
      .resource(bankAccount)
      .nullable()
      .optional()
      .describe("The bank account, where it stands for one."),
    card: t
      .resource(card, { customer: "token_card_has_customer" })
      .optional()
      .describe("The card, where it stands for one."),
    client_ip: t.string().nullable().describe("From where it was made."),
    created,
    currency: t.string().until("token_has_amount").describe("The currency that it was made for."),
    livemode,
    type: t
      .enum({ card: "A card.", bank_account: "A bank account." })
      .describe("What it stands for."),
    used: t.boolean().describe("Whether it was used."),
  },
}).from<TokenRecord>({
  amount: (record) => record.amount ?? 0,
  currency: (record) => record.currency ?? "usd",
  card: (record) => record.card ?? undefined,
  bank_account: (record) => record.bank_account ?? undefined,
});
