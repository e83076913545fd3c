import { StoreError } from "@holdfast/store";
import { Failure, Unreadable, UsageError } from "./errors.js";
import type { Io } from "./io.js";

/** Exit codes: done, could not be done, not typed as the usage says. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

/** Writes an error, as one line or as JSON, and returns the exit code. */
export function report(error: unknown, io: Io, asJson: boolean): number {
  const { code, message, plain = false } = described(error);
  const line = asJson
    ? JSON.stringify({ error: { code, message } })
    : `${plain ? "" : "holdfast: "}${message}`;
  io.err(`${line}\n`);
  const isUsage = error instanceof UsageError || error instanceof Unreadable;
  return isUsage ? exitCodes.usage : exitCodes.failed;
}

interface Described {
  readonly code: string;
  readonly message: string;
  /** Whether the message stands for itself. */
  readonly plain?: boolean;
}

function described(error: unknown): Described {
  if (error instanceof UsageError) return { code: "usage", message: error.message };
  if (error instanceof Unreadable) return { code: "unreadable", message: error.message };
  if (error instanceof Failure || error instanceof StoreError) {
    return { code: error.code, message: error.message };
  }
  if (error instanceof Error && error.name === "BootError") {
    return { code: "boot_failed", message: error.message, plain: true };
  }
  return { code: "unexpected", message: messageOf(error) };
}

/** What an unforeseen error says, on one line. A refused connection says it in its parts only. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") {
    return error.errors.map(messageOf).join("; ");
  }
  const message = error instanceof Error ? error.message || error.name : String(error);
  return message.replace(/\s*\n\s*/g, " ");
}
