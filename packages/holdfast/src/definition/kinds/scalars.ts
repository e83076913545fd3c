import type { JsonSchema } from "../json-schema.js";
import type { Kind } from "../kind.js";
import { type Reader, refuse, refuseLimit } from "../reader.js";

/** Limits of a number, both included. */
export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
}

const INTEGER = /^-?\d{1,16}$/;
const DECIMAL = /^-?\d{1,16}(\.\d{1,16})?$/;

type Bounds = Readonly<Record<string, number | string | undefined>>;

function checkBounds(value: number, limits: Bounds, at: Reader): number {
  if (typeof limits.min === "number" && value < limits.min) {
    refuseLimit(at, `must be at least ${limits.min}`);
  }
  if (typeof limits.max === "number" && value > limits.max) {
    refuseLimit(at, `must be at most ${limits.max}`);
  }
  return value;
}

const NUMBERS = [1, 0, -1, 2, 50, 1_000_000, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

/** Numbers within the limits: simple ones, and those next to a limit. */
function numbersWithin({ min, max }: Bounds): number[] {
  const bounds = [min, max].filter((bound) => typeof bound === "number");
  const fits = (one: number) =>
    (typeof min !== "number" || one >= min) && (typeof max !== "number" || one <= max);
  return [...new Set([...NUMBERS, ...bounds])].filter(fits);
}

function boundsSchema({ min, max }: Bounds): JsonSchema {
  return {
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
  };
}

function defined(limits: Bounds): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    Object.entries(limits).filter(([, value]) => value !== undefined),
  ) as Record<string, number | string>;
}

/** The seconds since 1970 that RFC 3339 has a date for: the years 1 to 9999. */
const DATED: Bounds = { min: -62_135_596_800, max: 253_402_300_799 };

/** Whole numbers that a double holds exactly (to 2^53 − 1 either way). */
export function integerKind(limits: Bounds = {}, name = "integer"): Kind {
  return {
    name,
    label: name,
    limits: defined(limits),
    withLimits: (changed) => integerKind({ ...limits, ...changed }, name),
    schema: () => ({ type: "integer", ...boundsSchema(limits) }),
    sample: (sampler) =>
      sampler.choose(numbersWithin(name === "timestamp" ? { ...DATED, ...limits } : limits)),
    reader: () => (input, at) => {
      const value =
        typeof input === "number"
          ? input
          : at.coerce && typeof input === "string" && INTEGER.test(input)
            ? Number(input)
            : refuse(at, "an integer", input);
      if (!Number.isSafeInteger(value)) refuse(at, "an integer", input);
      return checkBounds(value, limits, at);
    },
  };
}

/** Numbers with a fraction. */
export function numberKind(limits: Bounds = {}): Kind {
  return {
    name: "number",
    label: "number",
    limits: defined(limits),
    withLimits: (changed) => numberKind({ ...limits, ...changed }),
    schema: () => ({ type: "number", ...boundsSchema(limits) }),
    sample: (sampler) => sampler.choose(numbersWithin(limits)),
    reader: () => (input, at) => {
      if (typeof input === "number") return checkBounds(input, limits, at);
      if (at.coerce && typeof input === "string" && DECIMAL.test(input)) {
        return checkBounds(Number(input), limits, at);
      }
      return refuse(at, "a number", input);
    },
  };
}

/** True or false; in forms the words `true` and `false`, and nothing else. */
export const booleanKind: Kind = {
  name: "boolean",
  label: "boolean",
  schema: () => ({ type: "boolean" }),
  sample: (sampler) => sampler.choose([false, true]),
  reader: () => (input, at) => {
    if (typeof input === "boolean") return input;
    if (at.coerce && input === "true") return true;
    if (at.coerce && input === "false") return false;
    return refuse(at, "a boolean", input);
  },
};

/** One value only. Records need not hold it. */
export function literalKind(value: string | number | boolean | null): Kind {
  return {
    name: "literal",
    label: value === null ? "null" : JSON.stringify(value),
    constant: { value },
    schema: () => ({ const: value }),
    sample: () => value,
    reader: () => (input, at) =>
      input === value || (at.coerce && input === String(value))
        ? value
        : refuse(at, JSON.stringify(value), input),
  };
}
