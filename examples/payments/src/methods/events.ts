import { type EventMatch, method, page, t } from "holdfast";
import * as domain from "../domain/index.js";
import { paymentErrors } from "../errors.js";
import { logic } from "../logic.js";
import type { EventObjectKind } from "../records/index.js";
import { event } from "../resources/event.js";
import { asPage } from "./pages.js";
import { listChecks, listParams, timeRange } from "./params.js";

export const listEvents = method("events.list", {
  route: "GET /v1/events",
  description: "Lists what happened, newest first.",
  params: {
    ...listParams,
    created: timeRange("Only what happened then."),
    type: t.eventType().optional().describe("Only this type; `charge.*` for all of a kind."),
    types: t
      .list(t.eventType().describe("A type."), { maxItems: 20 })
      .optional()
      .describe("Only these types."),
  },
  returns: page(event),
  raises: paymentErrors,
  groups: { onlyOne: [["type", "types"]] },
  checks: listChecks,
}).execute(
  logic(async (db, context, { params }) => {
    const { type, types: several, ...paging } = params;
    const types = (type ?? several?.flat())?.flatMap(asDomainMatches);
    return asPage(await domain.listEvents(db, context, { ...paging, types }), params);
  }),
);

// Names that hang on the object hang on what kind of object it is.
function asDomainMatches({ type, where }: EventMatch): readonly domain.EventMatch[] {
  const kinds = where?.find(({ field }) => field === "object")?.in;
  return kinds?.map((kind) => ({ type, object_kind: kind as EventObjectKind })) ?? [type];
}

export const retrieveEvent = method("events.retrieve", {
  route: "GET /v1/events/{id}",
  description: "Reads an event.",
  params: { id: t.id("evt").describe("Which event.") },
  returns: event,
  raises: paymentErrors,
}).execute(logic((db, context, { params }) => domain.retrieveEvent(db, context, params.id)));
