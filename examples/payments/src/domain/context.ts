import { randomBytes } from "node:crypto";
import type { EventDraft } from "./event-draft.js";
import { recordEvent } from "./record-event.js";
import type { PaymentsDatabase } from "./schema.js";

/** Whose data an operation works on. Every read and write is held to it. */
export interface Owner {
  readonly account: string;
  readonly livemode: boolean;
}

/** Owner, clock and what else an operation needs from outside. */
export interface DomainContext extends Owner {
  /** Unix seconds. */
  now(): number;
  /** A new id: prefix, underscore, random text. */
  newId(prefix: string): string;
  /** Records that something happened, in the caller's transaction. */
  emit(db: PaymentsDatabase, event: EventDraft): Promise<void>;
  /** The installation's secret for fingerprints. */
  readonly pepper: string;
  /** The account's own text on card statements. */
  readonly descriptor: string;
  /** The request that is being served; null in background work. */
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null };
  /** The version that new events say they were made at. */
  readonly api_version: string | null;
}

export interface ContextOptions extends Owner {
  readonly pepper: string;
  readonly now?: (() => number) | undefined;
  readonly newId?: ((prefix: string) => string) | undefined;
  readonly descriptor?: string | undefined;
  readonly request?: DomainContext["request"] | undefined;
  readonly api_version?: string | null | undefined;
  /** Called after an event is stored, in the same transaction. */
  readonly onEvent?: ((db: PaymentsDatabase, event: EventDraft) => Promise<void>) | undefined;
}

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function randomId(prefix: string): string {
  let text = "";
  // Bytes from 248 on would favour the first letters: 248 is the last multiple of 62 below 256.
  while (text.length < 24) {
    for (const byte of randomBytes(32)) {
      if (byte < 248 && text.length < 24) text += LETTERS[byte % 62];
    }
  }
  return `${prefix}_${text}`;
}

/** Builds the context of operations for one account and mode. */
export function createContext(options: ContextOptions): DomainContext {
  const context: DomainContext = {
    account: options.account,
    livemode: options.livemode,
    now: options.now ?? (() => Math.floor(Date.now() / 1000)),
    newId: options.newId ?? randomId,
    pepper: options.pepper,
    descriptor: options.descriptor ?? "HOLDFAST",
    request: options.request ?? { id: null, idempotency_key: null },
    api_version: options.api_version ?? null,
    async emit(db, event) {
      await recordEvent(db, context, event);
      await options.onEvent?.(db, event);
    },
  };
  return context;
}
