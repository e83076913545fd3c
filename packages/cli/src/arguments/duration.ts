import { UsageError } from "../errors.js";
import type { Option } from "./option.js";

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 60 * 60, d: 24 * 60 * 60 };

/** A time such as 90s, 30m, 24h or 7d, in seconds; 0 if left out. */
export function duration(description: string): Option<number> {
  return {
    placeholder: "TIME",
    repeatable: false,
    description,
    read([value = "0s"], name) {
      const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(value) ?? [];
      const seconds = units[unit ?? ""];
      if (seconds !== undefined) return Number(number) * seconds;
      throw new UsageError(`--${name} is a time such as 90s, 30m, 24h or 7d, and not ${value}.`);
    },
  };
}
