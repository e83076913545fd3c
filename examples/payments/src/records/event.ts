import type { BankAccountRecord } from "./bank-account.js";
import type { CardRecord } from "./card.js";
import type { ChargeRecord } from "./charge.js";
import type { CustomerRecord } from "./customer.js";
import type { DisputeRecord } from "./dispute.js";
import type { OwnedRecord } from "./owned.js";
import type { RefundRecord } from "./refund.js";

/** What an event is about, by kind. */
export interface EventObjects {
  readonly charge: ChargeRecord;
  readonly refund: RefundRecord;
  readonly customer: CustomerRecord;
  readonly card: CardRecord;
  readonly bank_account: BankAccountRecord;
  readonly dispute: DisputeRecord;
}

export type EventObjectKind = keyof EventObjects;

interface EventOf<K extends EventObjectKind> extends OwnedRecord {
  readonly api_version: string | null;
  readonly created: number;
  readonly idempotency_key: string | null;
  readonly object_kind: K;
  /** The record before the change; null where the event has no previous attributes (created, deleted). */
  readonly before: EventObjects[K] | null;
  /** The record after the change; for `*.deleted`, as it was last. */
  readonly after: EventObjects[K];
  readonly pending_webhooks: number;
  readonly request_id: string | null;
  readonly type: string;
}

/** Something that happened, told apart by `object_kind`; records are stored and rendered when read. */
export type EventRecord = { readonly [K in EventObjectKind]: EventOf<K> }[EventObjectKind];
