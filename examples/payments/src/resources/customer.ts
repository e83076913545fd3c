import { batch, resource, t, union } from "holdfast";
import {
  customersByIds,
  sourcesByCustomers,
  sourcesByIds,
  uncapturedByCustomers,
} from "../domain/index.js";
import type { CardRecord, CustomerRecord, SourceRecord } from "../records/index.js";
import { domainContext } from "../services.js";
import { card } from "./card.js";
import { childPage } from "./children.js";
import { addressFields, created, livemode, metadata, shippingFields } from "./common.js";
import { emptyPage } from "./empty-page.js";
import { paymentSource } from "./payment-source.js";
import { subscription, taxId } from "./unsold.js";

function isCard(source: SourceRecord | undefined): source is CardRecord {
  return source?.object === "card";
}

function isKind(object: unknown): object is SourceRecord["object"] {
  return object === "card" || object === "bank_account";
}

/** Where all of someone's sources are read, and those of one kind. */
const sourceLists = [
  "customers.sources.list",
  "customers.cards.list",
  "customers.bank_accounts.list",
] as const;

/** Someone who pays. */
export const customer = resource("customer", {
  description: "Someone who pays, with what they pay with.",
  fields: {
    id: t.id("cus").describe("Unique id; you may choose it."),
    object: t.literal("customer").describe("Says that this is a customer."),
    active_card: t
      .resource(card)
      .nullable()
      .until("customer_has_active_card")
      .describe("The card that is charged. {customer.default_source} took its place."),
    address: t.object(addressFields).nullable().describe("Where they live."),
    balance: t
      .integer()
      .describe("What they owe (positive) or have in credit (negative), in the smallest unit."),
    created,
    currency: t.string().nullable().describe("The currency that they are charged in, once known."),
    default_source: t
      .ref<SourceRecord>("payment_source")
      .nullable()
      .describe("What is charged where a charge names nothing else."),
    delinquent: t.boolean().describe("Whether their last invoice is unpaid."),
    description: t.string().nullable().describe("Your own words about them."),
    discount: t.literal(null).describe("Their discount. There are no discounts yet."),
    email: t.string().nullable().describe("E-mail address."),
    invoice_prefix: t.string().describe("How their invoices' numbers start."),
    livemode,
    metadata,
    name: t.string().nullable().describe("Full name."),
    next_invoice_sequence: t.integer().describe("The number that their next invoice ends with."),
    next_recurring_charge: t
      .object({
        amount: t.integer().describe("How much it will be."),
        date: t.string().describe("When it will be made."),
      })
      .nullable()
      .until("customer_has_next_recurring_charge")
      .describe("The next charge for a subscription. There are no subscriptions yet."),
    phone: t.string().nullable().describe("Phone number."),
    preferred_locales: t
      .list(t.string().describe("A language, as BCP 47 has it."))
      .describe("The languages that they prefer, most preferred first."),
    shipping: t.object(shippingFields).nullable().describe("Where goods go."),
    sources: t
      .page(paymentSource, sourceLists)
      .onlyExpanded()
      .describe("What they pay with, newest first."),
    subscriptions: t
      .page(subscription)
      .onlyExpanded()
      .describe("What they subscribe to. There are no subscriptions yet."),
    tax_exempt: t
      .enum({
        none: "They pay tax.",
        exempt: "They pay none.",
        reverse: "They see to the tax themselves.",
      })
      .describe("Whether they pay tax."),
    tax_ids: t
      .page(taxId)
      .onlyExpanded()
      .describe("Their numbers with tax offices. There are none yet."),
    tax_info: t
      .object({
        type: t.enum({ vat: "Value added tax." }).describe("The kind of tax."),
        tax_id: t.string().describe("Their number."),
      })
      .nullable()
      .until("customer_has_tax_info")
      .describe("Their number with a tax office. {customer.tax_ids} took its place."),
    tax_info_verification: t
      .object({
        status: t
          .enum({
            pending: "It is being checked.",
            verified: "It is right.",
            unverified: "It is not known to be right.",
            unavailable: "It cannot be checked.",
          })
          .describe("What is known of it."),
        verified_name: t.string().nullable().describe("The name that the tax office knows."),
      })
      .nullable()
      .until("customer_has_tax_info")
      .describe("Whether {customer.tax_info} is right."),
    uncaptured: t
      .boolean()
      .until("customer_has_uncaptured")
      .describe("Whether a charge of theirs waits to be captured."),
  },
}).from<CustomerRecord>({
  active_card: batch(async (customers, context) => {
    const ids = customers.flatMap((one) => one.default_source ?? []);
    const found = await sourcesByIds(context.db, domainContext(context), ids);
    return customers.map((one) => {
      const source = found.get(one.default_source ?? "");
      return isCard(source) ? source : null;
    });
  }),
  sources: batch(async (customers, context, where) => {
    const ids = customers.map((one) => one.id);
    const object = where?.find(({ field }) => field === "object")?.in.find(isKind);
    const found = await sourcesByCustomers(context.db, domainContext(context), ids, { object });
    const method = `customers.${object ?? "source"}s.list` as const;
    return ids.map((id) => childPage(found.get(id), { method, params: { customer: id } }));
  }),
  subscriptions: ({ id }) => emptyPage(`/v1/customers/${id}/subscriptions`),
  tax_ids: ({ id }) => emptyPage(`/v1/customers/${id}/tax_ids`),
  next_recurring_charge: () => null,
  uncaptured: batch(async (customers, context) => {
    const ids = customers.map((one) => one.id);
    const found = await uncapturedByCustomers(context.db, domainContext(context), ids);
    return ids.map((id) => found.has(id));
  }),
});

/** What is left of a customer that was deleted. */
export const deletedCustomer = resource("deleted_customer", {
  description: "What is left of a customer that was deleted.",
  fields: {
    id: t.id("cus").describe("The id that the customer had."),
    object: t.literal("customer").describe("Says that this was a customer."),
    deleted: t.literal(true).describe("Says that it was deleted."),
  },
}).from<CustomerRecord>();

/** A customer, whether deleted or not. */
export const customerRecord = union("customer_record", {
  description: "A customer, or what is left of one that was deleted.",
  arms: { customer, deleted_customer: deletedCustomer },
})
  .by((record: CustomerRecord) => (record.deleted ? "deleted_customer" : "customer"))
  .loadedBy((ids, context) => customersByIds(context.db, domainContext(context), ids));
