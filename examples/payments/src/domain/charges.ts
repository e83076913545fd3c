import { isDeepStrictEqual } from "node:util";
import { expressionBuilder } from "kysely";
import type { ChargeRecord, FraudDetails, SourceRecord } from "../records/index.js";
import { type ShippingInput, shippingOf } from "./address-input.js";
import type { DomainContext } from "./context.js";
import { presentCustomer } from "./customers.js";
import { invalid, missing } from "./failures.js";
import { type MetadataChange, mergeMetadata } from "./metadata.js";
import { type Page, type PageRequest, page } from "./paging.js";
import { type TimeRange, within } from "./range.js";
import type { PaymentsDatabase, PaymentsTables } from "./schema.js";
import { settle } from "./settle.js";
import { charges } from "./tables.js";
import { writing } from "./transaction.js";

/** Finds a charge, keeps other transactions from changing it, and does what is due on it. */
export async function lockCharge(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
  param: string,
): Promise<ChargeRecord> {
  const charge = await charges.lock(db, context, id);
  if (charge === undefined) throw missing("charge", id, param);
  return settle(db, context, charge);
}

export async function retrieveCharge(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
): Promise<ChargeRecord> {
  const charge = await charges.find(db, context, id);
  if (charge === undefined) throw missing("charge", id, "id");
  return charge;
}

/** What can change on a charge; left out means unchanged, null unsets. */
export interface UpdateChargeInput {
  /** Only where the charge has no customer. */
  readonly customer?: string | undefined;
  readonly description?: string | null | undefined;
  readonly fraud_details?: Pick<FraudDetails, "user_report"> | null | undefined;
  readonly metadata?: MetadataChange | undefined;
  readonly receipt_email?: string | null | undefined;
  readonly shipping?: ShippingInput | null | undefined;
  readonly transfer_group?: string | null | undefined;
}

export async function updateCharge(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
  input: UpdateChargeInput,
): Promise<ChargeRecord> {
  return writing(db, async (db) => {
    const before = await lockCharge(db, context, id, "id");
    const { customer, description, fraud_details, receipt_email, shipping, transfer_group } = input;
    if (customer !== undefined && customer !== before.customer) {
      if (before.customer !== null) {
        throw invalid(null, "customer", "The charge has a customer already.");
      }
      await presentCustomer(db, context, customer, "customer");
    }
    const after: ChargeRecord = {
      ...before,
      ...(customer !== undefined && { customer }),
      ...(description !== undefined && { description }),
      ...(fraud_details !== undefined && { fraud_details: fraud_details ?? {} }),
      ...(receipt_email !== undefined && { receipt_email }),
      ...(shipping !== undefined && { shipping: shipping && shippingOf(shipping) }),
      ...(transfer_group !== undefined && { transfer_group }),
      metadata: mergeMetadata(before.metadata, input.metadata),
    };
    if (!isDeepStrictEqual(before, after)) {
      await charges.replace(db, after);
      await context.emit(db, { type: "charge.updated", object_kind: "charge", before, after });
    }
    return after;
  });
}

export interface ChargeFilters {
  readonly created?: TimeRange | undefined;
  readonly customer?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly source?: { readonly object: SourceRecord["object"] | "all" } | undefined;
  readonly transfer_group?: string | undefined;
}

/** Lists charges, newest first. */
export async function listCharges(
  db: PaymentsDatabase,
  context: DomainContext,
  request: PageRequest & ChargeFilters,
): Promise<Page<ChargeRecord>> {
  const eb = expressionBuilder<PaymentsTables, "charges">();
  const object = request.source?.object ?? "all";
  const equal = (["customer", "transfer_group"] as const).flatMap((column) => {
    const value = request[column];
    return value === undefined ? [] : [eb(column, "=", value)];
  });
  return page(db, context, charges, request, [
    ...equal,
    ...within("created", request.created),
    ...(request.ids === undefined ? [] : [eb("id", "in", request.ids)]),
    ...(object === "all" ? [] : [eb("source_object", "=", object)]),
  ]);
}
