import type { ChargeRecord } from "../records/index.js";
import { lockCharge } from "./charges.js";
import { collect } from "./collect.js";
import type { DomainContext } from "./context.js";
import { checkDescriptor, type DescriptorMode, statementText } from "./descriptor.js";
import { invalid } from "./failures.js";
import { authorize } from "./network/card-network.js";
import type { PaymentsDatabase } from "./schema.js";
import { storeRefund } from "./store-refund.js";
import { charges, refunds } from "./tables.js";
import { writing } from "./transaction.js";

export interface CaptureChargeInput {
  /** Smallest currency unit; the whole authorization unless told. What is left of it is let go. */
  readonly amount?: number | undefined;
  readonly receipt_email?: string | null | undefined;
  readonly statement_descriptor?: string | null | undefined;
  readonly statement_descriptor_suffix?: string | null | undefined;
  readonly descriptor_mode?: DescriptorMode | undefined;
  readonly transfer_group?: string | null | undefined;
}

/** Takes the money of a charge that was only authorized. */
export async function captureCharge(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
  input: CaptureChargeInput,
): Promise<ChargeRecord> {
  checkDescriptor(input.statement_descriptor, "statement_descriptor");
  checkDescriptor(input.statement_descriptor_suffix, "statement_descriptor_suffix");
  return writing(db, async (db) => {
    const before = await lockCharge(db, context, id, "id");
    await refuseUncapturable(db, context, before);
    const amount = input.amount ?? before.amount;
    if (!Number.isInteger(amount) || amount < 1) {
      throw invalid("parameter_invalid_integer", "amount", "amount is a whole number above 0.");
    }
    if (amount > before.amount) {
      const message = `No more than the authorized ${before.amount} can be captured.`;
      throw invalid("amount_too_large", "amount", message);
    }
    const released = before.amount - amount;
    if (released > 0) {
      await storeRefund(db, context, {
        id: context.newId("re"),
        charge: before,
        amount: released,
        balance_transaction: null,
        reason: null,
      });
    }
    const captured: ChargeRecord = {
      ...before,
      ...changes(context, before, input),
      amount_captured: amount,
      amount_refunded: released,
      captured: true,
      due_at: null,
    };
    if (captured.source.object !== "card") throw new Error(`${id} is no card charge`);
    // The issuer answered when the card was authorized: its expiry since does not matter.
    const answer = authorize(captured.source, before.created);
    return collect(db, context, captured, answer, async (after) => {
      await charges.replace(db, after);
      await context.emit(db, { type: "charge.captured", object_kind: "charge", before, after });
    });
  });
}

function changes(
  context: DomainContext,
  charge: ChargeRecord,
  input: CaptureChargeInput,
): Partial<ChargeRecord> {
  const { receipt_email, statement_descriptor, statement_descriptor_suffix, transfer_group } =
    input;
  const text = statement_descriptor_suffix ?? statement_descriptor;
  const mode = input.descriptor_mode ?? "prefixed";
  return {
    receipt_email: receipt_email === undefined ? charge.receipt_email : receipt_email,
    transfer_group: transfer_group === undefined ? charge.transfer_group : transfer_group,
    ...(statement_descriptor !== undefined && { statement_descriptor }),
    ...(statement_descriptor_suffix !== undefined && { statement_descriptor_suffix }),
    ...(text !== undefined && {
      calculated_statement_descriptor: statementText(context.descriptor, text, mode),
    }),
  };
}

async function refuseUncapturable(
  db: PaymentsDatabase,
  context: DomainContext,
  charge: ChargeRecord,
): Promise<void> {
  if (charge.status === "failed") {
    throw invalid(null, null, "The charge failed; there is nothing to capture.");
  }
  if (charge.captured) {
    throw invalid("charge_already_captured", null, "The charge is captured already.");
  }
  if (!charge.refunded) return;
  if (await hasLapsed(db, context, charge)) {
    const message = "The authorization has lapsed; it can no longer be captured.";
    throw invalid("charge_expired_for_capture", null, message);
  }
  throw invalid("charge_already_refunded", null, "The charge was refunded.");
}

async function hasLapsed(
  db: PaymentsDatabase,
  context: DomainContext,
  charge: ChargeRecord,
): Promise<boolean> {
  const rows = await db
    .selectFrom("refunds")
    .select("data")
    .where("account", "=", context.account)
    .where("livemode", "=", context.livemode ? 1 : 0)
    .where("charge", "=", charge.id)
    .execute();
  return rows.some(({ data }) => refunds.parse(data).reason === "expired_uncaptured_charge");
}
