import type { ChargeRecord, SourceRecord } from "../records/index.js";
import { type ShippingInput, shippingOf } from "./address-input.js";
import { type ChargeSourceInput, chargeSource } from "./charge-source.js";
import { AUTHORIZATION_SECONDS, bankDebitSeconds } from "./charge-times.js";
import { collect } from "./collect.js";
import type { DomainContext } from "./context.js";
import { checkedCurrency } from "./currencies.js";
import { checkDescriptor, type DescriptorMode, statementText } from "./descriptor.js";
import { DomainFailure, invalid } from "./failures.js";
import { type MetadataChange, mergeMetadata } from "./metadata.js";
import { type Authorization, authorize } from "./network/card-network.js";
import type { Decline } from "./network/declines.js";
import { billingDetails, paymentMethodDetails } from "./payment-details.js";
import type { PaymentsDatabase } from "./schema.js";
import { charges } from "./tables.js";
import { writing } from "./transaction.js";

export interface CreateChargeInput extends ChargeSourceInput {
  /** Smallest currency unit: 50 to 99999999. */
  readonly amount: number;
  readonly currency: string;
  /** False only authorizes; true unless told. */
  readonly capture?: boolean | undefined;
  readonly description?: string | null | undefined;
  readonly metadata?: MetadataChange | undefined;
  readonly receipt_email?: string | null | undefined;
  readonly shipping?: ShippingInput | null | undefined;
  readonly statement_descriptor?: string | null | undefined;
  readonly statement_descriptor_suffix?: string | null | undefined;
  /** What `statement_descriptor` does on a card charge; today it is prefixed. */
  readonly descriptor_mode?: DescriptorMode | undefined;
  readonly transfer_group?: string | null | undefined;
}

/**
 * Charges a source. A card that is declined leaves a failed charge behind and is then refused with a
 * failure that carries it and keeps its writes. A bank debit starts as pending.
 */
export async function createCharge(
  db: PaymentsDatabase,
  context: DomainContext,
  input: CreateChargeInput,
): Promise<ChargeRecord> {
  checkAmount(input.amount);
  const currency = checkedCurrency(input.currency);
  checkDescriptor(input.statement_descriptor, "statement_descriptor");
  checkDescriptor(input.statement_descriptor_suffix, "statement_descriptor_suffix");
  return writing(db, async (db) => {
    const source = await chargeSource(db, context, input);
    const blank = blankCharge(context, { ...input, currency }, source);
    if (source.object === "bank_account") return debit(db, context, blank, input.capture ?? true);
    const answer = authorize(source, context.now());
    if (answer.decline !== null) return fail(db, context, blank, answer, answer.decline);
    const authorized: ChargeRecord = { ...blank, ...details(blank, answer) };
    if (input.capture === false) {
      const due_at = context.now() + AUTHORIZATION_SECONDS;
      const held: ChargeRecord = { ...authorized, captured: false, amount_captured: 0, due_at };
      await store(db, context, "charge.succeeded", held);
      return held;
    }
    return collect(db, context, authorized, answer, (charge) =>
      store(db, context, "charge.succeeded", charge),
    );
  });
}

function checkAmount(amount: number): void {
  if (!Number.isInteger(amount)) {
    throw invalid("parameter_invalid_integer", "amount", "amount is a whole number.");
  }
  if (amount < 50) throw invalid("amount_too_small", "amount", "The least amount is 50.");
  if (amount > 99_999_999) {
    throw invalid("amount_too_large", "amount", "The amount has at most eight digits.");
  }
}

/** A charge that went well and is captured; the ways it may not have are put over it. */
function blankCharge(
  context: DomainContext,
  input: CreateChargeInput,
  source: SourceRecord,
): ChargeRecord {
  const { amount, currency } = input;
  const mode = source.object === "card" ? (input.descriptor_mode ?? "prefixed") : "full";
  const text = input.statement_descriptor_suffix ?? input.statement_descriptor;
  return {
    id: context.newId("ch"),
    account: context.account,
    livemode: context.livemode,
    amount,
    amount_captured: amount,
    amount_refunded: 0,
    balance_transaction: null,
    billing_details: billingDetails(source),
    calculated_statement_descriptor: statementText(context.descriptor, text, mode),
    captured: true,
    created: context.now(),
    currency,
    customer: input.customer ?? null,
    description: input.description ?? null,
    dispute: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    metadata: mergeMetadata({}, input.metadata),
    outcome: null,
    paid: true,
    payment_method_details: paymentMethodDetails(source, null),
    receipt_email: input.receipt_email ?? null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    shipping: input.shipping ? shippingOf(input.shipping) : null,
    source,
    statement_descriptor: input.statement_descriptor ?? null,
    statement_descriptor_suffix: input.statement_descriptor_suffix ?? null,
    status: "succeeded",
    transfer_group: input.transfer_group ?? null,
    due_at: null,
    system_refund: null,
  };
}

function details(charge: ChargeRecord, { outcome, threeDSecure }: Authorization) {
  return { outcome, payment_method_details: paymentMethodDetails(charge.source, threeDSecure) };
}

async function store(
  db: PaymentsDatabase,
  context: DomainContext,
  type: string,
  charge: ChargeRecord,
): Promise<void> {
  await charges.insert(db, charge);
  await context.emit(db, { type, object_kind: "charge", before: null, after: charge });
}

async function fail(
  db: PaymentsDatabase,
  context: DomainContext,
  blank: ChargeRecord,
  answer: Authorization,
  decline: Decline,
): Promise<never> {
  const charge: ChargeRecord = {
    ...blank,
    ...details(blank, answer),
    amount_captured: 0,
    captured: false,
    failure_code: decline.code,
    failure_message: decline.message,
    paid: false,
    status: "failed",
  };
  await store(db, context, "charge.failed", charge);
  throw new DomainFailure(
    { kind: "card_declined", ...decline, param: null, charge },
    { keepsWrites: true },
  );
}

async function debit(
  db: PaymentsDatabase,
  context: DomainContext,
  blank: ChargeRecord,
  capture: boolean,
): Promise<ChargeRecord> {
  if (!capture) {
    throw invalid(null, "capture", "A bank debit is captured at once; leave capture out.");
  }
  if (blank.currency !== "usd") {
    throw invalid("invalid_currency", "currency", "A bank account can only be charged in usd.");
  }
  const charge: ChargeRecord = {
    ...blank,
    due_at: context.now() + bankDebitSeconds(context.livemode),
    outcome: {
      network_status: "approved_by_network",
      reason: null,
      risk_level: "not_assessed",
      risk_score: null,
      rule: null,
      seller_message: "Payment started.",
      type: "authorized",
    },
    status: "pending",
  };
  return collect(db, context, charge, null, (pending) =>
    store(db, context, "charge.pending", pending),
  );
}
