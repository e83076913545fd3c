import { UsageError } from "../errors.js";
import type { Option } from "./option.js";

/** A date such as 2026-12-01. */
export function day(description: string): Option<string | undefined> {
  return {
    placeholder: "DATE",
    repeatable: false,
    description,
    read([value], name) {
      if (value !== undefined) checkDay(value, `--${name}`);
      return value;
    },
  };
}

/** @throws UsageError where a text is no date */
export function checkDay(text: string, name: string): void {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return;
  throw new UsageError(`${name} is a date such as 2026-12-01, and not ${text}.`);
}

/** The day, in UTC, that a time belongs to; `now` in milliseconds since 1970. */
export function dayAt(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
