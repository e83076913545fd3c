import type { Json } from "holdfast";
import { type EventShape, typesOfEvent } from "holdfast/contract";
import { byName, type JsonObject } from "./document.js";
import { eventEnvelope } from "./event-envelope.js";
import { firstSentence } from "./operation.js";
import type { OfEvent, Schemas } from "./schemas.js";

/** A type that callers know, and the events of today that it is. */
interface Hook {
  readonly type: string;
  readonly events: readonly (readonly [today: string, event: EventShape])[];
}

/** What callers are sent when something happens, by the types that a version knows. */
export function webhooksOf(answers: Schemas): { readonly [type: string]: JsonObject } | undefined {
  const { contract } = answers.context;
  const hooks = new Map<string, Hook>();
  for (const known of contract.events) {
    for (const type of typesOfEvent(known[1])) {
      hooks.set(type, { type, events: [...(hooks.get(type)?.events ?? []), known] });
    }
  }
  if (hooks.size === 0) return undefined;
  const envelope = eventEnvelope(contract);
  return byName([...hooks].map(([type, hook]) => [type, webhook(hook, envelope, answers)]));
}

function webhook(
  { type, events }: Hook,
  envelope: string | undefined,
  answers: Schemas,
): JsonObject {
  const { words, version, options } = answers.context;
  const texts = new Set(events.map(([, { definition }]) => words(definition.description)));
  const description = [...texts].join("\n\n");
  const objects = events.map(([, { definition }]) => definition.object.name);
  const gates = [...new Set(events.flatMap(([, { via }]) => via))];
  const examples = events.map(([today]) => options.samples?.eventSample(today, version));
  const example = examples.find((one) => typeOf(one) === type);
  const [since] = events.map(([today]) => options.lifelines?.event(today).since);
  return {
    post: {
      operationId: `event.${type}`,
      summary: firstSentence(description),
      description,
      ...(gates.length > 0 && { "x-holdfast-gates": gates }),
      ...(since !== undefined && events.length === 1 && { "x-holdfast-since": since }),
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: payload({ type, objects }, envelope, answers),
            ...(example !== undefined && { example }),
          },
        },
      },
      responses: { "2XX": { description: "Any of these says that it was received." } },
    },
  };
}

function typeOf(example: Json | undefined): Json | undefined {
  return (example as { readonly type?: Json } | null | undefined)?.type;
}

/** An event of one type in its envelope; the object that it is about where there is no envelope. */
function payload(event: OfEvent, envelope: string | undefined, answers: Schemas): JsonObject {
  if (envelope === undefined) return answers.eventObjectOf(event);
  const wanted = `${answers.called(envelope)}.${event.type}`;
  return answers.context.components.ref("schemas", `event ${event.type}`, wanted, () =>
    answers.ownSchema(envelope, event),
  );
}
