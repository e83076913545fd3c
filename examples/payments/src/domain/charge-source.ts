import type { SourceRecord } from "../records/index.js";
import { type SourceInput, sourceOf } from "./attach.js";
import type { DomainContext } from "./context.js";
import { presentCustomer } from "./customers.js";
import { invalid, missingParam } from "./failures.js";
import { checkDetails } from "./network/card-network.js";
import { refuseStoredFault } from "./network/examine-card.js";
import type { PaymentsDatabase } from "./schema.js";
import { sourceOfCustomer } from "./sources.js";
import { sources } from "./tables.js";

export interface ChargeSourceInput {
  /** A token's id, details of a card or bank account, or, with `customer`, the id of one of its sources. */
  readonly source?: SourceInput | undefined;
  readonly customer?: string | undefined;
}

/** Finds what a charge takes its money from; a customer without more is charged at the default source. */
export async function chargeSource(
  db: PaymentsDatabase,
  context: DomainContext,
  { source, customer }: ChargeSourceInput,
): Promise<SourceRecord> {
  const found =
    customer === undefined
      ? await oneOff(db, context, source)
      : await ofCustomer(db, context, customer, source);
  if (found.object === "bank_account") {
    if (found.status === "verified") return found;
    const message = "A bank account must be verified before it can be charged.";
    throw invalid("bank_account_unverified", "source", message);
  }
  refuseStoredFault(found.behaviour, "source");
  return checkDetails(found);
}

async function oneOff(
  db: PaymentsDatabase,
  context: DomainContext,
  source: SourceInput | undefined,
): Promise<SourceRecord> {
  if (source === undefined || source === "") throw missingParam("source");
  if (typeof source === "string" && /^(card|ba)_/.test(source)) {
    const message = `'${source}' belongs to a customer: say which with customer.`;
    throw invalid("parameter_missing", "customer", message);
  }
  return sourceOf(db, context, source, "source");
}

async function ofCustomer(
  db: PaymentsDatabase,
  context: DomainContext,
  customerId: string,
  source: SourceInput | undefined,
): Promise<SourceRecord> {
  const customer = await presentCustomer(db, context, customerId, "customer");
  if (source !== undefined && typeof source !== "string") {
    const message = "With a customer, only what the customer has can be charged: send its id.";
    throw invalid(null, "source", message);
  }
  const id = source ?? customer.default_source;
  if (id === null) {
    throw invalid("missing", "source", `The customer '${customerId}' has nothing to charge.`);
  }
  const found = await sources.find(db, context, id);
  return sourceOfCustomer(found, customerId, id, undefined, "source");
}
