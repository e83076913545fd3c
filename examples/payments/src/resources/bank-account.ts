import { resource, t } from "holdfast";
import type { BankAccountRecord, CustomerRecord } from "../records/index.js";
import { currency, metadata } from "./common.js";

/** A bank account. */
export const bankAccount = resource("bank_account", {
  description: "A bank account that a customer pays from, once it is verified.",
  fields: {
    id: t.id("ba").describe("Unique id."),
    object: t.literal("bank_account").describe("Says that this is a bank account."),
    account_holder_name: t.string().nullable().describe("Who holds it."),
    account_holder_type: t
      .enum({ individual: "A person.", company: "A company." })
      .nullable()
      .describe("What kind of holder it is."),
    bank_name: t.string().describe("The bank."),
    country: t.string().describe("Where the bank is: ISO 3166-1, two letters."),
    currency,
    customer: t
      .ref<CustomerRecord>("customer_record")
      .nullable()
      .describe("Whose bank account it is."),
    fingerprint: t
      .string()
      .secretOnly()
      .describe("The same for every bank account with the same number, within your account."),
    last4: t.string().describe("The last four digits of its number."),
    metadata,
    routing_number: t.string().describe("The bank's routing number."),
    status: t
      .enum({
        new: "Nothing is known about it yet.",
        validated: "It exists.",
        verified: "It belongs to the customer: it can be charged.",
        verification_failed: "It could not be verified.",
        errored: "A payment from it failed.",
      })
      .describe("How far it can be trusted."),
  },
}).from<BankAccountRecord>();
