import { isDeepStrictEqual } from "node:util";
import { expressionBuilder } from "kysely";
import type { CustomerRecord } from "../records/index.js";
import { emitSourceEvent, prepareSource, type SourceInput, storeSource } from "./attach.js";
import type { DomainContext } from "./context.js";
import { type CustomerFields, withFields } from "./customer-input.js";
import { invalid, missing } from "./failures.js";
import { type Page, type PageRequest, page } from "./paging.js";
import { type TimeRange, within } from "./range.js";
import type { PaymentsDatabase, PaymentsTables } from "./schema.js";
import { customers, sources } from "./tables.js";
import { writing } from "./transaction.js";

export interface CreateCustomerInput extends CustomerFields {
  /** An id of the caller's choice. */
  readonly id?: string | undefined;
  readonly source?: SourceInput | undefined;
}

/** Creates a customer, and with a source its default source. */
export async function createCustomer(
  db: PaymentsDatabase,
  context: DomainContext,
  input: CreateCustomerInput,
): Promise<CustomerRecord> {
  return writing(db, async (db) => {
    const id = input.id ?? context.newId("cus");
    const source =
      input.source === undefined
        ? null
        : await prepareSource(db, context, id, input.source, "source");
    const blank: CustomerRecord = {
      id,
      account: context.account,
      livemode: context.livemode,
      address: null,
      balance: 0,
      created: context.now(),
      currency: null,
      default_source: source?.id ?? null,
      deleted: false,
      delinquent: false,
      description: null,
      discount: null,
      email: null,
      invoice_prefix: context.newId("prefix").slice(-8).toUpperCase(),
      metadata: {},
      name: null,
      next_invoice_sequence: 1,
      phone: null,
      preferred_locales: [],
      shipping: null,
      tax_exempt: "none",
      tax_info: null,
      tax_info_verification: null,
    };
    const customer = withFields(blank, input);
    if (!(await customers.insert(db, customer))) {
      throw invalid("resource_already_exists", "id", `There is a customer '${id}' already.`);
    }
    await context.emit(db, {
      type: "customer.created",
      object_kind: "customer",
      before: null,
      after: customer,
    });
    if (source !== null) await storeSource(db, context, source);
    return customer;
  });
}

/** Retrieves a customer; one that was deleted too, with `deleted` set. */
export async function retrieveCustomer(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
): Promise<CustomerRecord> {
  const customer = await customers.find(db, context, id);
  if (customer === undefined) throw missing("customer", id, "id");
  return customer;
}

/** Retrieves a customer that is not deleted. */
export async function presentCustomer(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
  param: string,
): Promise<CustomerRecord> {
  const customer = await customers.find(db, context, id);
  if (customer === undefined || customer.deleted) throw missing("customer", id, param);
  return customer;
}

/** Retrieves a customer that is not deleted, and keeps other transactions from changing it. */
export async function lockCustomer(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
  param: string,
): Promise<CustomerRecord> {
  const customer = await customers.lock(db, context, id);
  if (customer === undefined || customer.deleted) throw missing("customer", id, param);
  return customer;
}

/** Stores a changed customer and tells so; does neither if nothing changed. */
export async function saveCustomer(
  db: PaymentsDatabase,
  context: DomainContext,
  before: CustomerRecord,
  after: CustomerRecord,
): Promise<void> {
  if (isDeepStrictEqual(before, after)) return;
  await customers.replace(db, after);
  await context.emit(db, { type: "customer.updated", object_kind: "customer", before, after });
}

export interface UpdateCustomerInput extends CustomerFields {
  /** A new default source; the one that was the default until now is deleted. */
  readonly source?: SourceInput | undefined;
  /** One of the customer's sources, by id. */
  readonly default_source?: string | undefined;
}

export async function updateCustomer(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
  input: UpdateCustomerInput,
): Promise<CustomerRecord> {
  return writing(db, async (db) => {
    const before = await lockCustomer(db, context, id, "id");
    let after = withFields(before, input);
    if (input.source !== undefined) {
      const source = await prepareSource(db, context, id, input.source, "source");
      const replaced =
        before.default_source && (await sources.find(db, context, before.default_source));
      if (replaced) {
        await sources.remove(db, replaced);
        await emitSourceEvent(db, context, "deleted", null, replaced);
      }
      await storeSource(db, context, source);
      after = { ...after, default_source: source.id };
    }
    if (input.default_source !== undefined) {
      const chosen = await sources.find(db, context, input.default_source);
      if (chosen?.customer !== id) throw missing("source", input.default_source, "default_source");
      after = { ...after, default_source: chosen.id };
    }
    await saveCustomer(db, context, before, after);
    return after;
  });
}

/** Deletes a customer and their sources for good; the stub that is left has `deleted` set. */
export async function deleteCustomer(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
): Promise<CustomerRecord> {
  return writing(db, async (db) => {
    const last = await lockCustomer(db, context, id, "id");
    const stub: CustomerRecord = { ...last, default_source: null, deleted: true };
    await customers.replace(db, stub);
    await db
      .deleteFrom("sources")
      .where("account", "=", context.account)
      .where("livemode", "=", context.livemode ? 1 : 0)
      .where("customer", "=", id)
      .execute();
    await context.emit(db, {
      type: "customer.deleted",
      object_kind: "customer",
      before: null,
      after: last,
    });
    return stub;
  });
}

export interface CustomerFilters {
  readonly created?: TimeRange | undefined;
  /** The whole address, letter for letter. */
  readonly email?: string | undefined;
}

/** Lists customers that are not deleted, newest first. */
export async function listCustomers(
  db: PaymentsDatabase,
  context: DomainContext,
  request: PageRequest & CustomerFilters,
): Promise<Page<CustomerRecord>> {
  const eb = expressionBuilder<PaymentsTables, "customers">();
  return page(db, context, customers, request, [
    eb("deleted", "=", 0),
    ...within("created", request.created),
    ...(request.email === undefined ? [] : [eb("email", "=", request.email)]),
  ]);
}
