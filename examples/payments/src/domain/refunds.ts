import { isDeepStrictEqual } from "node:util";
import { expressionBuilder } from "kysely";
import type { ChargeRecord, RefundReason, RefundRecord } from "../records/index.js";
import { lockCharge } from "./charges.js";
import type { DomainContext } from "./context.js";
import { invalid, missing } from "./failures.js";
import { type MetadataChange, mergeMetadata } from "./metadata.js";
import { leavesOn, moveBalance } from "./move-balance.js";
import { type Page, type PageRequest, page } from "./paging.js";
import { type TimeRange, within } from "./range.js";
import type { PaymentsDatabase, PaymentsTables } from "./schema.js";
import { storeRefund } from "./store-refund.js";
import { charges, disputes, refunds } from "./tables.js";
import { writing } from "./transaction.js";

export interface CreateRefundInput {
  readonly charge: string;
  /** Smallest currency unit; all that is left unless told. */
  readonly amount?: number | undefined;
  readonly metadata?: MetadataChange | undefined;
  readonly reason?: Exclude<RefundReason, "expired_uncaptured_charge"> | undefined;
}

/** Gives money back, or lets an authorization go. What the charge cost is not given back. */
export async function createRefund(
  db: PaymentsDatabase,
  context: DomainContext,
  input: CreateRefundInput,
): Promise<RefundRecord> {
  const metadata = mergeMetadata({}, input.metadata);
  return writing(db, async (db) => {
    const before = await lockCharge(db, context, input.charge, "charge");
    await refuseUnrefundable(db, context, before);
    const amount = refundAmount(before, input.amount);
    const id = context.newId("re");
    const movement = before.captured
      ? await moveBalance(db, context, {
          type: before.source.object === "card" ? "refund" : "payment_refund",
          reporting_category: "refund",
          amount: -amount,
          fees: [],
          source: id,
          charge: before,
          description: `Refund of charge ${before.id}`,
          available_on: await leavesOn(db, context, before),
        })
      : null;
    const refund = await storeRefund(db, context, {
      id,
      charge: before,
      amount,
      balance_transaction: movement?.id ?? null,
      metadata,
      reason: input.reason ?? null,
    });
    const amount_refunded = before.amount_refunded + amount;
    const refunded = amount_refunded === before.amount;
    const after: ChargeRecord = {
      ...before,
      amount_refunded,
      refunded,
      due_at: before.captured ? before.due_at : null,
    };
    await charges.replace(db, after);
    await context.emit(db, { type: "charge.refunded", object_kind: "charge", before, after });
    return refund;
  });
}

async function refuseUnrefundable(
  db: PaymentsDatabase,
  context: DomainContext,
  charge: ChargeRecord,
): Promise<void> {
  if (charge.status !== "succeeded") {
    const message = `The charge has ${charge.status === "failed" ? "failed" : "not succeeded yet"}.`;
    throw invalid(null, null, message);
  }
  if (charge.refunded) {
    throw invalid(
      "charge_already_refunded",
      null,
      `The charge '${charge.id}' is refunded already.`,
    );
  }
  const dispute = charge.dispute && (await disputes.find(db, context, charge.dispute));
  if (dispute && !dispute.is_charge_refundable) {
    throw invalid("charge_disputed", null, `The charge '${charge.id}' is disputed.`);
  }
}

function refundAmount(charge: ChargeRecord, asked: number | undefined): number {
  const left = charge.amount - charge.amount_refunded;
  const amount = asked ?? left;
  if (!Number.isInteger(amount) || amount < 1) {
    throw invalid("parameter_invalid_integer", "amount", "amount is a whole number above 0.");
  }
  if (amount > left) {
    throw invalid(null, "amount", `No more than the ${left} that is left can be refunded.`);
  }
  if (!charge.captured && amount < left) {
    throw invalid(null, "amount", "A charge that is not captured is refunded whole.");
  }
  return amount;
}

/** Retrieves a refund, of one charge where told. */
export async function retrieveRefund(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
  charge?: string,
): Promise<RefundRecord> {
  const refund = await refunds.find(db, context, id);
  if (refund === undefined || (charge ?? refund.charge) !== refund.charge) {
    throw missing("refund", id, "id");
  }
  return refund;
}

export interface UpdateRefundInput {
  readonly metadata?: MetadataChange | undefined;
}

/** Changes a refund's metadata. */
export async function updateRefund(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
  input: UpdateRefundInput,
  charge?: string,
): Promise<RefundRecord> {
  return writing(db, async (db) => {
    const before = await refunds.lock(db, context, id);
    if (before === undefined || (charge ?? before.charge) !== before.charge) {
      throw missing("refund", id, "id");
    }
    const after = { ...before, metadata: mergeMetadata(before.metadata, input.metadata) };
    if (!isDeepStrictEqual(before, after)) {
      await refunds.replace(db, after);
      await context.emit(db, { type: "refund.updated", object_kind: "refund", before, after });
    }
    return after;
  });
}

export interface RefundFilters {
  readonly charge?: string | undefined;
  readonly created?: TimeRange | undefined;
  /** False leaves out the refunds that the system makes when bank debits fail; true unless told. */
  readonly include_system?: boolean | undefined;
}

/** Lists refunds, newest first. */
export async function listRefunds(
  db: PaymentsDatabase,
  context: DomainContext,
  request: PageRequest & RefundFilters,
): Promise<Page<RefundRecord>> {
  const eb = expressionBuilder<PaymentsTables, "refunds">();
  return page(db, context, refunds, request, [
    ...within("created", request.created),
    ...(request.charge === undefined ? [] : [eb("charge", "=", request.charge)]),
    ...(request.include_system === false ? [eb("system", "=", 0)] : []),
  ]);
}
