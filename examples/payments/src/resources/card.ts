import { resource, t } from "holdfast";
import type { CardRecord, CustomerRecord } from "../records/index.js";
import { metadata } from "./common.js";

const checks = {
  pass: "It is what the bank knows.",
  fail: "It is not what the bank knows.",
  unavailable: "The bank does not check it.",
  unchecked: "It has not been checked yet.",
};

/** A payment card. */
export const card = resource("card", {
  description: "A card that a customer pays with. Its number is never kept, nor shown.",
  fields: {
    id: t.id("card").describe("Unique id."),
    object: t.literal("card").describe("Says that this is a card."),
    address_city: t.string().nullable().describe("City of the billing address."),
    address_country: t.string().nullable().describe("Country of the billing address."),
    address_line1: t.string().nullable().describe("Street and number of the billing address."),
    address_line1_check: t
      .enum(checks)
      .nullable()
      .describe("How {card.address_line1} compared with what the bank knows."),
    address_line2: t.string().nullable().describe("Flat or floor of the billing address."),
    address_state: t.string().nullable().describe("State of the billing address."),
    address_zip: t.string().nullable().describe("Postal code of the billing address."),
    address_zip_check: t
      .enum(checks)
      .nullable()
      .describe("How {card.address_zip} compared with what the bank knows."),
    brand: t
      .enum({
        Visa: "Visa.",
        MasterCard: "Mastercard.",
        "American Express": "American Express.",
        Discover: "Discover.",
        "Diners Club": "Diners Club.",
        JCB: "JCB.",
        UnionPay: "UnionPay.",
        Unknown: "Another brand.",
      })
      .describe("The card's brand."),
    country: t.string().nullable().describe("Where the card was issued: ISO 3166-1, two letters."),
    customer: t.ref<CustomerRecord>("customer_record").nullable().describe("Whose card it is."),
    cvc_check: t
      .enum(checks)
      .nullable()
      .describe("How the security code compared with what the bank knows."),
    dynamic_last4: t.string().nullable().describe("Last four digits of a wallet's own number."),
    exp_month: t.integer().describe("Month of expiry, 1 to 12."),
    exp_year: t.integer().describe("Year of expiry, four digits."),
    fingerprint: t
      .string()
      .secretOnly()
      .describe("The same for every card with the same number, within your account."),
    funding: t
      .enum({
        credit: "A credit card.",
        debit: "A debit card.",
        prepaid: "A prepaid card.",
        unknown: "Not known.",
      })
      .describe("How the card is paid for."),
    last4: t.string().describe("The last four digits."),
    metadata,
    name: t.string().nullable().describe("The cardholder's name."),
    tokenization_method: t.string().nullable().describe("The wallet that it came from."),
  },
}).from<CardRecord>();
