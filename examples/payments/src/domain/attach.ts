import type { SourceRecord } from "../records/index.js";
import type { DomainContext } from "./context.js";
import { DomainFailure } from "./failures.js";
import { type BankAccountInput, makeBankAccount } from "./network/bank-network.js";
import { checkDetails, refusalToAttach } from "./network/card-network.js";
import { type CardInput, refuseStoredFault } from "./network/examine-card.js";
import { makeCard } from "./network/make-card.js";
import type { PaymentsDatabase } from "./schema.js";
import { sources } from "./tables.js";
import { useToken } from "./tokens.js";

/** A token's id, or the details of a card or bank account. */
export type SourceInput =
  | string
  | (CardInput & { readonly object: "card" })
  | (BankAccountInput & { readonly object: "bank_account" });

/** Makes the source that an input stands for; it belongs to nobody yet. */
export async function sourceOf(
  db: PaymentsDatabase,
  context: DomainContext,
  input: SourceInput,
  param: string,
): Promise<SourceRecord> {
  if (typeof input === "string") return useToken(db, context, input, param);
  return input.object === "card"
    ? makeCard(context, input, { at: param })
    : makeBankAccount(context, input, param);
}

/** Makes the source and has the bank agree to keep it for a customer; nothing is stored yet. */
export async function prepareSource(
  db: PaymentsDatabase,
  context: DomainContext,
  customer: string,
  input: SourceInput,
  param: string,
): Promise<SourceRecord> {
  const source = await sourceOf(db, context, input, param);
  const owned = { customer, created: context.now() };
  if (source.object === "bank_account") return { ...source, ...owned };
  refuseStoredFault(source.behaviour, param);
  const decline = refusalToAttach(source, context.now());
  if (decline !== null) {
    throw new DomainFailure({ kind: "card_declined", ...decline, param: null, charge: null });
  }
  return { ...checkDetails(source), ...owned };
}

/** Tells that a customer's source came, changed or went. */
export async function emitSourceEvent(
  db: PaymentsDatabase,
  context: DomainContext,
  change: "created" | "updated" | "deleted",
  before: SourceRecord | null,
  after: SourceRecord,
): Promise<void> {
  const type = `customer.source.${change}`;
  if (after.object === "card") {
    const was = before?.object === "card" ? before : null;
    await context.emit(db, { type, object_kind: "card", before: was, after });
  } else {
    const was = before?.object === "bank_account" ? before : null;
    await context.emit(db, { type, object_kind: "bank_account", before: was, after });
  }
}

/** Stores a prepared source. */
export async function storeSource(
  db: PaymentsDatabase,
  context: DomainContext,
  source: SourceRecord,
): Promise<void> {
  await sources.insert(db, source);
  await emitSourceEvent(db, context, "created", null, source);
}
