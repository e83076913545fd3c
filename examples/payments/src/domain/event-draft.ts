import type { EventObjectKind, EventObjects } from "../records/index.js";

/** An event before it has an id: its type and the record before and after. */
export type EventDraft = {
  readonly [K in EventObjectKind]: {
    readonly type: string;
    readonly object_kind: K;
    readonly before: EventObjects[K] | null;
    readonly after: EventObjects[K];
  };
}[EventObjectKind];
