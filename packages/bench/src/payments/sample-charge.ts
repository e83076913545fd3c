import {
  createCharge,
  type PaymentsDatabase,
  paymentsMigrations,
} from "@holdfast/example-payments/domain/index";
import type { ChargeRecord } from "@holdfast/example-payments/records/index";
import { charge } from "@holdfast/example-payments/resources/charge";
import { domainContext, type World } from "@holdfast/example-payments/services";
import { migrate, openStore } from "@holdfast/store";
import type { LoadContext } from "holdfast";
import { newDataFolder } from "../peers/data-folder.js";

/** A charge and all that any version shows of it. */
export interface SampleCharge {
  readonly record: ChargeRecord;
  /** What each batch loader gave, by field. */
  readonly batched: ReadonlyMap<string, unknown>;
}

/** Makes one charge in a store of its own. */
export async function sampleCharge(): Promise<SampleCharge> {
  const store = await openStore({ dataFolder: newDataFolder() });
  try {
    await migrate(store, "payments", paymentsMigrations);
    const { account } = await store.createAccount();
    const world: World = { pepper: store.secretFor("fingerprints"), now: () => 1_700_000_000 };
    const db: PaymentsDatabase = store.database.withTables();
    const context: LoadContext = { account, mode: "test", db, world };
    const record = await createCharge(db, domainContext(context), {
      amount: 2000,
      currency: "usd",
      source: "tok_visa",
      description: "A box of tea",
      metadata: { order: "6735", channel: "web" },
      receipt_email: "jenny@example.com",
      shipping: {
        name: "Jenny Rosen",
        address: { line1: "Torstraße 1", city: "Berlin", country: "DE" },
      },
    });
    return { record, batched: await loadBatches(record, context) };
  } finally {
    await store.close();
  }
}

async function loadBatches(
  record: ChargeRecord,
  context: LoadContext,
): Promise<ReadonlyMap<string, unknown>> {
  const batched = new Map<string, unknown>();
  for (const [field, getter] of charge.getters) {
    if (getter.how !== "batch") continue;
    const [value] = await getter.load([record as never], context);
    batched.set(field, value);
  }
  return batched;
}
