import { type Expression, expressionBuilder, type SqlBool, sql } from "kysely";
import type { EventObjectKind, EventRecord } from "../records/index.js";
import type { DomainContext } from "./context.js";
import { missing } from "./failures.js";
import { type Page, type PageRequest, page } from "./paging.js";
import { type TimeRange, within } from "./range.js";
import type { PaymentsDatabase, PaymentsTables } from "./schema.js";
import { events } from "./tables.js";

/** Events by type (`charge.failed`, `charge.*`, `*`), and where told only those about one kind of object. */
export type EventMatch = string | { readonly type: string; readonly object_kind: EventObjectKind };

export interface EventFilters {
  /** Only events that one of these matches. */
  readonly types?: readonly EventMatch[] | undefined;
  /** No event that one of these matches. */
  readonly without?: readonly EventMatch[] | undefined;
  readonly created?: TimeRange | undefined;
}

function condition(match: EventMatch): Expression<SqlBool> {
  const eb = expressionBuilder<PaymentsTables, "events">();
  const type = typeof match === "string" ? match : match.type;
  const start = type.slice(0, -1);
  const byType = type.endsWith("*")
    ? sql<SqlBool>`substr(${sql.ref("type")}, 1, ${sql.lit(start.length)}) = ${start}`
    : eb("type", "=", type);
  if (typeof match === "string") return byType;
  return eb.and([byType, eb("object_kind", "=", match.object_kind)]);
}

/** Lists events, newest first. No types at all match nothing. */
export async function listEvents(
  db: PaymentsDatabase,
  context: DomainContext,
  request: PageRequest & EventFilters,
): Promise<Page<EventRecord>> {
  const eb = expressionBuilder<PaymentsTables, "events">();
  const { types, without } = request;
  return page(db, context, events, request, [
    ...within("created", request.created),
    ...(types === undefined ? [] : [eb.or(types.map(condition))]),
    ...(without === undefined ? [] : [eb.not(eb.or(without.map(condition)))]),
  ]);
}

export async function retrieveEvent(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
): Promise<EventRecord> {
  const event = await events.find(db, context, id);
  if (event === undefined) throw missing("event", id, "id");
  return event;
}
