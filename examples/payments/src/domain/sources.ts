import { isDeepStrictEqual } from "node:util";
import { expressionBuilder } from "kysely";
import type { BankAccountRecord, CardRecord, SourceRecord } from "../records/index.js";
import { emitSourceEvent, prepareSource, type SourceInput, storeSource } from "./attach.js";
import type { DomainContext } from "./context.js";
import { lockCustomer, presentCustomer, saveCustomer } from "./customers.js";
import { missing } from "./failures.js";
import { type MetadataChange, mergeMetadata } from "./metadata.js";
import { checkDetails } from "./network/card-network.js";
import { type Page, type PageRequest, page } from "./paging.js";
import type { PaymentsDatabase, PaymentsTables } from "./schema.js";
import { sources } from "./tables.js";
import { writing } from "./transaction.js";

export interface CreateSourceInput {
  readonly source: SourceInput;
  readonly metadata?: MetadataChange | undefined;
}

/** Adds a card or bank account to a customer; it becomes the default source if there was none. */
export async function createSource(
  db: PaymentsDatabase,
  context: DomainContext,
  customerId: string,
  input: CreateSourceInput,
): Promise<SourceRecord> {
  return writing(db, async (db) => {
    const customer = await lockCustomer(db, context, customerId, "customer");
    const prepared = await prepareSource(db, context, customerId, input.source, "source");
    const metadata = mergeMetadata(prepared.metadata, input.metadata);
    const source: SourceRecord = { ...prepared, metadata };
    await storeSource(db, context, source);
    const default_source = customer.default_source ?? source.id;
    await saveCustomer(db, context, customer, { ...customer, default_source });
    return source;
  });
}

/** Retrieves one of a customer's sources, of one kind where told. */
export async function retrieveSource(
  db: PaymentsDatabase,
  context: DomainContext,
  customerId: string,
  id: string,
  object?: SourceRecord["object"],
): Promise<SourceRecord> {
  await presentCustomer(db, context, customerId, "customer");
  return sourceOfCustomer(await sources.find(db, context, id), customerId, id, object);
}

/** Lets a source through only if it is one of the customer's. */
export function sourceOfCustomer(
  source: SourceRecord | undefined,
  customerId: string,
  id: string,
  object?: SourceRecord["object"],
  param = "id",
): SourceRecord {
  if (source?.customer === customerId && (object ?? source.object) === source.object) return source;
  throw missing(object ?? "source", id, param);
}

const CARD_FIELDS = [
  "address_city",
  "address_country",
  "address_line1",
  "address_line2",
  "address_state",
  "address_zip",
  "exp_month",
  "exp_year",
  "name",
] as const satisfies readonly (keyof CardRecord)[];

const BANK_FIELDS = [
  "account_holder_name",
  "account_holder_type",
] as const satisfies readonly (keyof BankAccountRecord)[];

/** What can change; left out means unchanged. What a kind of source does not have is not looked at. */
export type UpdateSourceInput = {
  readonly [K in (typeof CARD_FIELDS)[number]]?: CardRecord[K] | undefined;
} & {
  readonly [K in (typeof BANK_FIELDS)[number]]?: BankAccountRecord[K] | undefined;
} & { readonly metadata?: MetadataChange | undefined };

function withChanges(source: SourceRecord, input: UpdateSourceInput): SourceRecord {
  const metadata = mergeMetadata(source.metadata, input.metadata);
  const given = <K extends keyof UpdateSourceInput>(names: readonly K[]) =>
    Object.fromEntries(
      names.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]),
    );
  if (source.object === "bank_account") return { ...source, ...given(BANK_FIELDS), metadata };
  const card: CardRecord = { ...source, ...given(CARD_FIELDS), metadata };
  // A new address is checked anew; one that went has nothing to check.
  const check = <K extends "address_line1" | "address_zip">(name: K) =>
    card[name] === source[name]
      ? source[`${name}_check`]
      : card[name] === null
        ? null
        : ("unchecked" as const);
  return checkDetails({
    ...card,
    address_line1_check: check("address_line1"),
    address_zip_check: check("address_zip"),
  });
}

export async function updateSource(
  db: PaymentsDatabase,
  context: DomainContext,
  customerId: string,
  id: string,
  input: UpdateSourceInput,
  object?: SourceRecord["object"],
): Promise<SourceRecord> {
  return writing(db, async (db) => {
    await presentCustomer(db, context, customerId, "customer");
    const found = await sources.lock(db, context, id);
    const before = sourceOfCustomer(found, customerId, id, object);
    const after = withChanges(before, input);
    if (!isDeepStrictEqual(before, after)) {
      await sources.replace(db, after);
      await emitSourceEvent(db, context, "updated", before, after);
    }
    return after;
  });
}

/** Deletes a source for good; the newest of those left takes over as default. Gives it as it was. */
export async function deleteSource(
  db: PaymentsDatabase,
  context: DomainContext,
  customerId: string,
  id: string,
  object?: SourceRecord["object"],
): Promise<SourceRecord> {
  return writing(db, async (db) => {
    const customer = await lockCustomer(db, context, customerId, "customer");
    const found = await sources.find(db, context, id);
    const source = sourceOfCustomer(found, customerId, id, object);
    await sources.remove(db, source);
    await emitSourceEvent(db, context, "deleted", null, source);
    if (customer.default_source === id) {
      const left = await listSources(db, context, customerId, { limit: 1 });
      const default_source = left.data[0]?.id ?? null;
      await saveCustomer(db, context, customer, { ...customer, default_source });
    }
    return source;
  });
}

export interface SourceFilters {
  readonly object?: SourceRecord["object"] | undefined;
}

/** Lists a customer's sources, newest first. */
export async function listSources(
  db: PaymentsDatabase,
  context: DomainContext,
  customerId: string,
  request: PageRequest & SourceFilters,
): Promise<Page<SourceRecord>> {
  await presentCustomer(db, context, customerId, "customer");
  const eb = expressionBuilder<PaymentsTables, "sources">();
  return page(db, context, sources, request, [
    eb("customer", "=", customerId),
    ...(request.object === undefined ? [] : [eb("object", "=", request.object)]),
  ]);
}
