import { batch, type LoadContext, resource, t } from "holdfast";
import { chargesByIds, refundsByCharges, rulesByIds } from "../domain/index.js";
import type {
  BalanceTransactionRecord,
  ChargeRecord,
  CustomerRecord,
  DisputeRecord,
  RuleRecord,
} from "../records/index.js";
import { domainContext } from "../services.js";
import { childPage } from "./children.js";
import { addressFields, created, currency, livemode, metadata, shippingFields } from "./common.js";
import { feeDetailFields, feesOf, ownFee } from "./fees.js";
import { paymentMethodDetails } from "./payment-method-details.js";
import { paymentSource } from "./payment-source.js";
import { refund } from "./refund.js";

const refundPages = (include_system: boolean) =>
  batch(async (charges: readonly ChargeRecord[], context: LoadContext) => {
    const ids = charges.map((charge) => charge.id);
    const found = await refundsByCharges(context.db, domainContext(context), ids, {
      include_system,
    });
    return ids.map((id) =>
      childPage(found.get(id), { method: "charges.refunds.list", params: { charge: id } }),
    );
  });

/** One attempt to take money. */
export const charge = resource("charge", {
  description: "One attempt to take money from a card or a bank account.",
  fields: {
    id: t.id("ch").describe("Unique id."),
    object: t.literal("charge").describe("Says that this is a charge."),
    amount: t.integer().describe("How much, in the currency's smallest unit."),
    amount_captured: t.integer().describe("How much of {charge.amount} was captured."),
    amount_refunded: t.integer().describe("How much of {charge.amount} was given back."),
    application_fee: t
      .string()
      .nullable()
      .undocumented()
      .describe("What an application took of it. There are no application fees yet."),
    balance_transaction: t
      .ref<BalanceTransactionRecord>("balance_transaction")
      .nullable()
      .describe("What it did to your balance; null until it is captured."),
    billing_details: t
      .object({
        address: t.object(addressFields).describe("Billing address."),
        email: t.string().nullable().describe("E-mail address."),
        name: t.string().nullable().describe("Name."),
        phone: t.string().nullable().describe("Phone number."),
      })
      .describe("Who paid, as the source says."),
    calculated_statement_descriptor: t
      .string()
      .nullable()
      .describe("What the cardholder's statement says."),
    captured: t.boolean().describe("Whether the money was taken, not only authorized."),
    created,
    currency,
    customer: t.ref<CustomerRecord>("customer_record").nullable().describe("Who was charged."),
    description: t.string().nullable().describe("Your own words about it."),
    dispute: t.ref<DisputeRecord>("dispute").nullable().describe("The dispute about it, if any."),
    failure_balance_transaction: t
      .ref<BalanceTransactionRecord>("balance_transaction")
      .nullable()
      .describe("What took the money back where a bank debit failed later."),
    failure_code: t.string().nullable().describe("Why it failed, for programs."),
    failure_message: t.string().nullable().describe("Why it failed, for people."),
    own_fee_details: t
      .list(t.object(feeDetailFields).describe("One part."))
      .internal()
      .describe("What it cost, without disputes."),
    all_fee_details: t
      .list(t.object(feeDetailFields).describe("One part."))
      .internal()
      .describe("What it cost, disputes included."),
    fraud_details: t
      .object({
        stripe_report: t
          .enum({ fraudulent: "It is a fraud." })
          .optional()
          .describe("What we think."),
        user_report: t
          .enum({ safe: "It is no fraud.", fraudulent: "It is a fraud." })
          .optional()
          .describe("What you think."),
      })
      .describe("Whether it is thought to be a fraud."),
    invoice: t
      .string()
      .nullable()
      .until("charge_has_invoice")
      .describe("The invoice that it pays. There are no invoices yet."),
    livemode,
    metadata,
    outcome: t
      .object({
        network_status: t
          .enum({
            approved_by_network: "The bank said yes.",
            declined_by_network: "The bank said no.",
            not_sent_to_network: "The bank was not asked.",
          })
          .describe("What the bank said."),
        reason: t.string().nullable().describe("Why, where there is more to say."),
        risk_level: t
          .enum({
            normal: "Nothing suspicious.",
            elevated: "Somewhat suspicious.",
            highest: "Very suspicious.",
            not_assessed: "Risk is not assessed for this way to pay.",
          })
          .describe("How risky it seems."),
        risk_score: t.integer({ min: 0, max: 100 }).nullable().describe("The risk, 0 to 100."),
        rule: t.ref<RuleRecord>("rule").nullable().describe("The rule that decided, if one did."),
        seller_message: t.string().describe("What happened, in words for you."),
        type: t
          .enum({
            authorized: "It went through.",
            manual_review: "Somebody should look at it.",
            issuer_declined: "The bank refused.",
            blocked: "We refused.",
            invalid: "It could not be tried.",
          })
          .describe("How it ended."),
      })
      .nullable()
      .describe("What the bank and our rules said."),
    paid: t.boolean().describe("Whether the money was taken or authorized."),
    payment_method_details: paymentMethodDetails,
    receipt_email: t.string().nullable().describe("Where a receipt goes."),
    receipt_number: t.string().nullable().describe("The number of the receipt, if one was sent."),
    receipt_url: t.string().nullable().describe("Where the receipt can be seen."),
    refunded: t.boolean().describe("Whether all of it was given back."),
    refunds: t
      .page(refund, ["charges.refunds.list"])
      .onlyExpanded()
      .describe("What was given back, newest first."),
    all_refunds: t
      .page(refund, ["charges.refunds.list"])
      .internal()
      .describe("What was given back, with what the system gave back by itself."),
    shipping: t.object(shippingFields).nullable().describe("Where the goods go."),
    source: t.resource(paymentSource).undocumented().describe("What was charged, as it then was."),
    statement_descriptor: t
      .string()
      .nullable()
      .describe("Your words for the cardholder's statement."),
    statement_descriptor_suffix: t
      .string()
      .nullable()
      .describe("Your words for the end of a card's statement line."),
    status: t
      .enum({
        succeeded: "The money moved, or is authorized.",
        pending: "The bank has not answered yet.",
        failed: "The money did not move.",
      })
      .describe("How it ended."),
    transfer_group: t.string().nullable().describe("What it belongs to, in your own words."),
  },
})
  .from<ChargeRecord>({
    application_fee: () => null,
    invoice: () => null,
    own_fee_details: batch(async (charges, context) =>
      (await ownFee(charges, context)).map((one) => one?.fee_details ?? []),
    ),
    all_fee_details: batch((charges, context) => feesOf(charges, context)),
    refunds: refundPages(false),
    all_refunds: refundPages(true),
  })
  .loadedBy((ids, context) => chargesByIds(context.db, domainContext(context), ids));

/** A rule about risk. */
export const rule = resource("rule", {
  description: "A rule that lets charges through, or does not.",
  fields: {
    id: t.id("rule").describe("Unique id."),
    object: t.literal("rule").describe("Says that this is a rule."),
    action: t
      .enum({ block: "Charges are refused.", review: "Somebody should look at them." })
      .describe("What it does to the charges that it is about."),
    predicate: t.string().describe("Which charges it is about."),
  },
})
  .from<RuleRecord>()
  .loadedBy(async (ids) => rulesByIds(ids));
