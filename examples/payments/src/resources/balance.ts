import { resource, t } from "holdfast";
import type { Balance } from "../domain/index.js";
import { currency, livemode } from "./common.js";

const amounts = t.list(
  t
    .object({
      amount: t.integer().describe("How much, in the currency's smallest unit."),
      currency,
    })
    .describe("One currency's."),
);

/** What belongs to the account. */
export const balance = resource("balance", {
  description: "What is yours, in each currency.",
  fields: {
    object: t.literal("balance").describe("Says that this is a balance."),
    available: amounts.describe("What you can have now."),
    livemode,
    pending: amounts.describe("What you can have later."),
  },
}).from<Balance>();
