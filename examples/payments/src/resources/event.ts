import { resource, t } from "holdfast";
import type { EventRecord } from "../records/index.js";
import { created, livemode } from "./common.js";

/** Something that happened. */
export const event = resource("event", {
  description:
    "Something that happened. What it is about was stored as it was before and after, and is shown in the version of whoever reads it.",
  fields: {
    id: t.id("evt").describe("Unique id."),
    object: t.literal("event").describe("Says that this is an event."),
    account: t
      .string()
      .optional()
      .describe("The connected account where it happened. There are none yet."),
    api_version: t.string().nullable().describe("The version of the request that caused it."),
    created,
    data: t.eventData().describe("What it is about, and what changed."),
    livemode,
    pending_webhooks: t.integer().describe("How many webhooks have not received it yet."),
    request: t
      .object({
        id: t.string().nullable().describe("The request, by id."),
        idempotency_key: t.string().nullable().describe("Its idempotency key."),
      })
      .nullable()
      .describe("The request that caused it."),
    type: t.eventType().describe("What happened."),
  },
}).from<EventRecord>({
  account: () => undefined,
  data: ({ object_kind, before, after }) => ({ resource: object_kind, before, after }),
  request: ({ request_id, idempotency_key }) => ({ id: request_id, idempotency_key }),
  type: ({ type, after }) => ({ type, object: after }),
});
