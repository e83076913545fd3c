import type { EventRecord } from "../records/index.js";
import type { DomainContext } from "./context.js";
import type { EventDraft } from "./event-draft.js";
import type { PaymentsDatabase } from "./schema.js";
import { events } from "./tables.js";

/** Stores an event with its records as they are now, before rendering at any version. */
export async function recordEvent(
  db: PaymentsDatabase,
  context: DomainContext,
  draft: EventDraft,
): Promise<EventRecord> {
  const event: EventRecord = {
    ...draft,
    id: context.newId("evt"),
    account: context.account,
    livemode: context.livemode,
    api_version: context.api_version,
    created: context.now(),
    idempotency_key: context.request.idempotency_key,
    pending_webhooks: 0,
    request_id: context.request.id,
  };
  await events.insert(db, event);
  return event;
}
