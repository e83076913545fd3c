import type { EventName, WirePolicy } from "../../contract/contract.js";
import type { ErrorDefinition } from "../../definition/error.js";
import type { EventDefinition } from "../../definition/event.js";
import { captureOrigin } from "../../definition/location.js";
import { valuesOf } from "../../definition/values-of.js";
import { type Change, ChangeProblem, unfit } from "../change.js";

/** An error had another HTTP status. */
export function statusWas(of: ErrorDefinition, status: number): Change {
  return {
    kind: "error_status",
    subject: of.name,
    origin: captureOrigin(statusWas),
    resolve({ draft, claim }) {
      if (!draft.error(of.name)) throw new ChangeProblem("unknown_subject", {});
      claim(of, "status");
      return { edit: () => draft.changeStatus(of.name, status) };
    },
  };
}

/**
 * An event was called something else: another type, types that hang on its object, or, with
 * null, it was not sent at all.
 *
 * @example
 * eventWas(customerSourceCreated, { by: "object", types: { card: "customer.card.created" } })
 */
export function eventWas(of: EventDefinition, name: EventName | null): Change {
  return {
    kind: "event",
    subject: of.type,
    origin: captureOrigin(eventWas),
    resolve({ draft }) {
      const event = draft.event(of.type);
      if (!event) throw new ChangeProblem("unknown_subject", {});
      if (name && "by" in name) requireValues(of, name);
      return {
        edit: () => {
          const newer = draft.event(of.type) ?? event;
          draft.changeEvent(of.type, { ...newer, name: mergedName(newer.name, name) });
        },
      };
    },
  };
}

function requireValues(
  { object }: EventDefinition,
  { by, types }: Extract<EventName, { by: string }>,
): void {
  const values = valuesOf(object, by);
  for (const value of Object.keys(types)) {
    if (!values.includes(value)) unfit(`${object.name} has no ${by} that may be ${value}`);
  }
}

// Two gates of one version may each name the types for some of an event's objects.
function mergedName(newer: EventName | null, older: EventName | null): EventName | null {
  if (newer && older && "by" in newer && "by" in older && newer.by === older.by) {
    return { by: older.by, types: { ...newer.types, ...older.types } };
  }
  return older;
}

/** Everything was written differently on the wire. */
export function wireWas(policy: Partial<WirePolicy>): Change {
  return {
    kind: "wire",
    subject: Object.keys(policy).join(", "),
    origin: captureOrigin(wireWas),
    resolve({ draft, claim }) {
      for (const aspect of Object.keys(policy)) claim("wire", aspect);
      return {
        edit: () => {
          draft.wire = { ...draft.wire, ...policy };
        },
      };
    },
  };
}

/**
 * Logic behaves differently; the shapes are what they were. Methods that ask about the gate list
 * it under `asks`.
 */
export function behaviour(): Change {
  return {
    kind: "behaviour",
    subject: "behaviour",
    origin: captureOrigin(behaviour),
    resolve: () => ({}),
  };
}
