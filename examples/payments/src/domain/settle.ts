import type { ChargeRecord } from "../records/index.js";
import type { DomainContext, Owner } from "./context.js";
import { leavesOn, moveBalance } from "./move-balance.js";
import { debitFailure } from "./network/bank-network.js";
import type { Decline } from "./network/declines.js";
import type { PaymentsDatabase } from "./schema.js";
import { storeRefund } from "./store-refund.js";
import { charges } from "./tables.js";
import { writing } from "./transaction.js";

/** Does what is due on a locked charge: an authorization lapses, a bank debit succeeds or fails. */
export async function settle(
  db: PaymentsDatabase,
  context: DomainContext,
  charge: ChargeRecord,
): Promise<ChargeRecord> {
  if (charge.due_at === null || charge.due_at > context.now()) return charge;
  if (charge.source.object === "card") return lapse(db, context, charge);
  const failure = debitFailure(charge.source);
  if (failure !== null) return failDebit(db, context, charge, failure);
  const after: ChargeRecord = { ...charge, status: "succeeded", due_at: null };
  await charges.replace(db, after);
  await context.emit(db, {
    type: "charge.succeeded",
    object_kind: "charge",
    before: null,
    after,
  });
  return after;
}

async function lapse(
  db: PaymentsDatabase,
  context: DomainContext,
  charge: ChargeRecord,
): Promise<ChargeRecord> {
  await storeRefund(db, context, {
    id: context.newId("re"),
    charge,
    amount: charge.amount,
    balance_transaction: null,
    reason: "expired_uncaptured_charge",
  });
  const after: ChargeRecord = {
    ...charge,
    amount_refunded: charge.amount,
    refunded: true,
    due_at: null,
  };
  await charges.replace(db, after);
  await context.emit(db, { type: "charge.expired", object_kind: "charge", before: null, after });
  return after;
}

async function failDebit(
  db: PaymentsDatabase,
  context: DomainContext,
  charge: ChargeRecord,
  failure: Decline,
): Promise<ChargeRecord> {
  const refundId = context.newId("re");
  const reversal = await moveBalance(db, context, {
    type: "payment_failure_refund",
    reporting_category: "refund",
    amount: -charge.amount_captured,
    fees: [],
    source: refundId,
    charge,
    description: `Failed bank debit ${charge.id}`,
    available_on: await leavesOn(db, context, charge),
  });
  await storeRefund(db, context, {
    id: refundId,
    charge,
    amount: charge.amount_captured,
    balance_transaction: reversal.id,
    reason: null,
    system: true,
  });
  const after: ChargeRecord = {
    ...charge,
    due_at: null,
    failure_balance_transaction: reversal.id,
    failure_code: failure.code,
    failure_message: failure.message,
    paid: false,
    status: "failed",
    system_refund: refundId,
  };
  await charges.replace(db, after);
  await context.emit(db, { type: "charge.failed", object_kind: "charge", before: null, after });
  return after;
}

/**
 * Does what is due on the account's charges, at most a hundred at a time, oldest first; says how
 * many it did. Two that run at once do each charge once.
 */
export async function settleDue(db: PaymentsDatabase, context: DomainContext): Promise<number> {
  const due = await db
    .selectFrom("charges")
    .select("id")
    .where("account", "=", context.account)
    .where("livemode", "=", context.livemode ? 1 : 0)
    .where("due_at", "<=", context.now())
    .orderBy("due_at")
    .limit(100)
    .execute();
  for (const { id } of due) {
    await writing(db, async (db) => {
      const charge = await charges.lock(db, context, id);
      if (charge !== undefined) await settle(db, context, charge);
    });
  }
  return due.length;
}

/** The accounts and modes that have something due at a moment, for background work. */
export async function ownersWithDue(db: PaymentsDatabase, now: number): Promise<readonly Owner[]> {
  const rows = await db
    .selectFrom("charges")
    .select(["account", "livemode"])
    .distinct()
    .where("due_at", "<=", now)
    .execute();
  return rows.map(({ account, livemode }) => ({ account, livemode: livemode === 1 }));
}
