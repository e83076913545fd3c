import { t } from "holdfast";
import { propertyForbidden } from "../errors.js";

/** Your own keys and values, as a caller sends them. */
export const metadata = t
  .map({ maxKeys: 50, maxKeyLength: 40, maxValueLength: 500 })
  .nullable()
  .optional()
  .describe("Your own keys and values. An empty value removes its key; empty, it removes all.");

/** A text that an empty text unsets. */
export const words = (what: string) =>
  t.string({ maxLength: 5000 }).nullable().optional().describe(what);

/** A postal address, as a caller sends it. */
export const addressParams = {
  city: words("City or town."),
  country: words("Two-letter ISO 3166-1 code."),
  line1: words("Street and number."),
  line2: words("Flat or floor."),
  postal_code: words("Postal code."),
  state: words("State or county."),
};

/** What a refund is made of, as a caller sends it. */
export const refundParams = {
  charge: t.id("ch").describe("The charge to refund."),
  amount: t.integer({ min: 1 }).optional().describe("How much; all that is left unless given."),
  metadata,
  reason: t
    .enum({
      duplicate: "The charge was made twice.",
      fraudulent: "The charge was a fraud.",
      requested_by_customer: "The customer asked for it.",
    })
    .optional()
    .describe("Why."),
};

/** Where goods go, as a caller sends it. */
export const shippingParams = {
  address: t.object(addressParams).describe("Where they go."),
  carrier: words("Who brings them."),
  name: words("Who receives them."),
  phone: words("Phone number of whoever receives them."),
  tracking_number: words("The carrier's number, to follow them by."),
};

/** A time, or bounds around it. */
export const timeRange = (what: string) =>
  t
    .either(
      t.timestamp().describe("Exactly then."),
      t
        .object({
          gt: t.timestamp().optional().describe("After this time."),
          gte: t.timestamp().optional().describe("At or after this time."),
          lt: t.timestamp().optional().describe("Before this time."),
          lte: t.timestamp().optional().describe("At or before this time."),
        })
        .describe("Within bounds."),
    )
    .optional()
    .describe(what);

/** What every list takes. */
export const listParams = {
  limit: t
    .integer({ min: 1, max: 100 })
    .optional()
    .describe("How many a page holds, 1 to 100; 10 unless given."),
  starting_after: t.string().optional().describe("The page starts after the object with this id."),
  ending_before: t.string().optional().describe("The page ends before the object with this id."),
  offset: t
    .integer({ min: 0 })
    .optional()
    .undocumented()
    .describe("How many to skip. Cursors took its place."),
  include: t
    .list(t.enum({ total_count: "How many there are over all pages." }).describe("What to add."))
    .optional()
    .undocumented()
    .describe("What to add to the page."),
};

/** What every list refuses today, and older versions do not. */
export const listChecks = {
  total_count_is_gone: {
    description: "`total_count` can no longer be asked for.",
    test: ({ include }: { readonly include?: readonly string[] }) =>
      include === undefined || "total_count can no longer be included.",
    param: "include",
    raises: propertyForbidden,
  },
};

/** The details of a card, as a caller sends them. */
export const cardParams = {
  number: t.string().sensitive().describe("The card's number."),
  exp_month: t.integer().sensitive().describe("Month of expiry, 1 to 12."),
  exp_year: t.integer().sensitive().describe("Year of expiry, two or four digits."),
  cvc: t.string().sensitive().optional().describe("The security code, three or four digits."),
  name: words("The cardholder's name."),
  address_line1: words("Street and number of the billing address."),
  address_line2: words("Flat or floor of the billing address."),
  address_city: words("City of the billing address."),
  address_state: words("State of the billing address."),
  address_zip: words("Postal code of the billing address."),
  address_country: words("Country of the billing address."),
  metadata,
};

/** The details of a bank account, as a caller sends them. */
export const bankAccountParams = {
  account_number: t.string().sensitive().describe("The bank account's number."),
  country: t
    .string({ maxLength: 2 })
    .describe("Where the bank is: ISO 3166-1, two letters. Only `US` can be used."),
  currency: t
    .string({ maxLength: 3 })
    .optional()
    .describe(
      "Three-letter ISO 4217 code; the country's unless given. In the US, only `usd` can be used.",
    ),
  routing_number: t
    .string({ maxLength: 20 })
    .optional()
    .describe("The bank's routing number. A bank account in the US needs it."),
  account_holder_name: words("Who holds it."),
  account_holder_type: t
    .enum({ individual: "A person.", company: "A company." })
    .nullable()
    .optional()
    .describe("What kind of holder it is."),
};

/** The details of a card or a bank account, where either may stand. */
export const sourceParams = {
  object: t
    .enum({ card: "A card.", bank_account: "A bank account." })
    .optional()
    .describe("What it is; a card unless given."),
  ...cardParams,
  number: t.string().sensitive().optional().describe("The card's number. A card needs it."),
  exp_month: t
    .integer()
    .sensitive()
    .optional()
    .describe("Month of expiry, 1 to 12. A card needs it."),
  exp_year: t
    .integer()
    .sensitive()
    .optional()
    .describe("Year of expiry, two or four digits. A card needs it."),
  ...bankAccountParams,
  account_number: t
    .string()
    .sensitive()
    .optional()
    .describe("The bank account's number. A bank account needs it."),
  country: t
    .string()
    .optional()
    .describe(
      "Where the bank is: ISO 3166-1, two letters. A bank account needs it; only `US` can be used.",
    ),
};

/** A token's id, or the details themselves. */
export const sourceParam = t
  .either(
    t.string().describe("A token's id."),
    t.object(sourceParams).describe("The details themselves."),
  )
  .describe("A token's id, or the details of a card or bank account.");
