import type { Cast } from "./expr.js";

// What the operations of expressions do to values. Interpreted and generated code both call these,
// but for what is short enough to stand in generated code.

/** An item of a list; null past its end, and for what is no list. */
export function itemAt(list: unknown, index: number): unknown {
  if (list === null || list === undefined) return list;
  return Array.isArray(list) ? (list[index] ?? null) : null;
}

/** The items of a list that `where` lets through, each made into another. */
export function eachItem(
  list: unknown,
  where: ((item: unknown) => unknown) | undefined,
  make: (item: unknown) => unknown,
): unknown {
  if (!Array.isArray(list)) return list === undefined ? undefined : null;
  const items: unknown[] = [];
  for (const item of list) if (!where || where(item) === true) items.push(make(item));
  return items;
}

/** How many items a list has, or what its numbers come to. */
export function totalOf(list: unknown, what: "count" | "sum"): unknown {
  if (!Array.isArray(list)) return list === undefined ? undefined : null;
  if (what === "count") return list.length;
  let sum = 0;
  for (const one of list) if (typeof one === "number") sum += one;
  return sum;
}

// No operation throws, whatever it is given: generated code does not evaluate what is not used.
function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** Texts as one, those that are null left out; null where none is left, absent where all are absent. */
export function joinTexts(list: unknown, separator: string): unknown {
  if (!Array.isArray(list)) return list === undefined ? undefined : null;
  if (list.length > 0 && list.every((one) => one === undefined)) return undefined;
  const texts = list.filter(isScalar);
  return texts.length === 0 ? null : texts.join(separator);
}

/** A text as a list of texts; where there is a limit, the last one holds the rest. */
export function splitText(text: unknown, separator: string, limit: number | undefined): unknown {
  if (typeof text !== "string") return text === undefined ? undefined : null;
  const parts = text.split(separator);
  if (limit === undefined || parts.length <= limit) return parts;
  return [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(separator)];
}

/** A number times `times` over `over`, as decimals have it: 1.15 × 100 is 115. */
export function scaleNumber(value: unknown, times: number, over: number, whole: boolean): unknown {
  if (typeof value !== "number") return value === undefined ? undefined : null;
  const product = value * times;
  const isExact = Number.isInteger(value) && Number.isSafeInteger(product);
  const scaled = isExact ? product / over : scaleDecimal(value, times, over);
  // Nothing is minus nothing: JSON has one zero.
  return (whole ? Math.round(scaled) : scaled) + 0;
}

const DECIMAL = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

// A double stands for the shortest decimal that reads as it: that decimal is what is scaled.
function scaleDecimal(value: number, times: number, over: number): number {
  const [, whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(String(value)) ?? [];
  if (whole === "") return (value * times) / over;
  const places = fraction.length - Number(exponent);
  const product = BigInt(whole + fraction) * BigInt(times) * power(-places);
  const divisor = BigInt(over) * power(places);
  if (product % divisor === 0n) return Number(product / divisor);
  return Number(product) / Number(divisor);
}

function power(exponent: number): bigint {
  return exponent > 0 ? 10n ** BigInt(exponent) : 1n;
}

/** The value written in another way; undefined where it cannot be. */
export function castValue(value: unknown, to: Cast): unknown {
  if (value === null || value === undefined) return value;
  if (!isScalar(value)) return undefined;
  switch (to) {
    case "text":
      return String(value);
    case "number":
      return numberOf(value);
    case "boolean":
      return value === "true" ? true : value === "false" ? false : undefined;
    case "date":
    case "date_time":
      return dateOf(value, to);
    default:
      return secondsOf(value, to === "seconds_of_date" ? DATE : DATE_TIME);
  }
}

const NUMBER = /^-?\d+(\.\d+)?$/;

function numberOf(value: unknown): number | undefined {
  if (typeof value === "boolean") return value ? 1 : 0;
  return NUMBER.test(String(value)) ? Number(value) + 0 : undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

function secondsOf(value: unknown, pattern: RegExp): number | undefined {
  const time = pattern.test(String(value)) ? Date.parse(String(value)) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}

/** The last second of the year 9999: later ones have no date of four digits for a year. */
const LAST_SECOND = 253_402_300_799;
const FIRST_SECOND = -62_167_219_200;

function dateOf(value: unknown, to: "date" | "date_time"): string | undefined {
  if (typeof value !== "number" || value < FIRST_SECOND || value > LAST_SECOND) return undefined;
  const text = new Date(value * 1000).toISOString();
  return to === "date" ? text.slice(0, 10) : `${text.slice(0, 19)}Z`;
}

/** Whether a value is a text that starts so. */
export function startsSo(value: unknown, prefix: string): boolean {
  return typeof value === "string" && value.startsWith(prefix);
}

/** A text or a list of at most `most`, a number from `min` to `max`; undefined is no bound. */
export function cutWithin(
  value: unknown,
  most: number | undefined,
  min: number | undefined,
  max: number | undefined,
): unknown {
  if (typeof value === "number") {
    return Math.min(
      max ?? Number.POSITIVE_INFINITY,
      Math.max(min ?? Number.NEGATIVE_INFINITY, value),
    );
  }
  if (most === undefined) return value;
  if (Array.isArray(value)) return value.slice(0, most);
  return typeof value === "string" ? cutText(value, most) : value;
}

/** A cut must not leave half a surrogate pair. */
function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}
