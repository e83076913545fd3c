import { expressionBuilder } from "kysely";
import type { DisputeRecord } from "../records/index.js";
import type { DomainContext } from "./context.js";
import { missing } from "./failures.js";
import { type Page, type PageRequest, page } from "./paging.js";
import { type TimeRange, within } from "./range.js";
import type { PaymentsDatabase, PaymentsTables } from "./schema.js";
import { disputes } from "./tables.js";

/** The dispute as of a moment: that it is past due comes by time alone, with no write. */
export function disputeAsOf(dispute: DisputeRecord, now: number): DisputeRecord {
  const past_due =
    dispute.status.endsWith("needs_response") && now > dispute.evidence_details.due_by;
  return { ...dispute, evidence_details: { ...dispute.evidence_details, past_due } };
}

export async function retrieveDispute(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
): Promise<DisputeRecord> {
  const dispute = await disputes.find(db, context, id);
  if (dispute === undefined) throw missing("dispute", id, "id");
  return disputeAsOf(dispute, context.now());
}

export interface DisputeFilters {
  readonly charge?: string | undefined;
  readonly created?: TimeRange | undefined;
}

/** Lists disputes, newest first. */
export async function listDisputes(
  db: PaymentsDatabase,
  context: DomainContext,
  request: PageRequest & DisputeFilters,
): Promise<Page<DisputeRecord>> {
  const eb = expressionBuilder<PaymentsTables, "disputes">();
  const found = await page(db, context, disputes, request, [
    ...within("created", request.created),
    ...(request.charge === undefined ? [] : [eb("charge", "=", request.charge)]),
  ]);
  const now = context.now();
  return { ...found, data: found.data.map((dispute) => disputeAsOf(dispute, now)) };
}
