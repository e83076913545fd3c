import { type EventMatch, type MethodDefinition, method, page, resource, t } from "../index.js";

/** Something that happened: an event's type today, and the record that it happened to. */
export interface Happened {
  readonly type: string;
  readonly object: Readonly<Record<string, unknown>>;
}

const happening = resource("event", {
  description: "Something that happened.",
  fields: { type: t.eventType().describe("What happened.") },
}).from<Happened>({ type: (happened) => happened });

export const happenings = { resources: [happening] };

/** A method that lists what happened, filtered as a database would. */
export function listing(stored: readonly Happened[]): MethodDefinition {
  return method("events.list", {
    route: "GET /events",
    description: "Lists what happened.",
    params: { type: t.eventType().optional().describe("Only these.") },
    returns: page(happening),
  }).execute(async ({ params: { type } }) => {
    const data = stored.filter((one) => type?.some((match) => fits(one, match)) ?? true);
    return { data, has_more: false, total_count: async () => data.length };
  });
}

function fits({ type, object }: Happened, match: EventMatch): boolean {
  return (
    match.type === type &&
    (match.where ?? []).every(({ field, in: some }) => some.includes(object[field]))
  );
}
