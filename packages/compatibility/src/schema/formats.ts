import type { Format, FormatDefinition } from "ajv";
import { fullFormats } from "ajv-formats/dist/formats.js";

const formats: Readonly<Record<string, Format>> = fullFormats;

/** Whether a format's rule is known: of the others, nothing can be tested. */
export function isKnownFormat(name: string): boolean {
  return Object.hasOwn(formats, name);
}

/** Whether a format holds for a value. One that is for another type, or is not known, holds. */
export function formatHolds(name: string, value: string | number): boolean {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (format === undefined || typeof format === "boolean") return true;
  if (typeof value === "number") {
    const isNumeric = typeof format === "object" && "type" in format && format.type === "number";
    return isNumeric && typeof format.validate === "function"
      ? format.validate(value) === true
      : true;
  }
  if (typeof format === "string") return new RegExp(format, "u").test(value);
  if (typeof format === "function") return format(value);
  if (format instanceof RegExp) return format.test(value);
  if (format.type === "number") return true;
  const { validate } = format as FormatDefinition<string>;
  if (typeof validate === "function") return validate(value) === true;
  return (typeof validate === "string" ? new RegExp(validate, "u") : validate).test(value);
}

/** Formats that hold for everything that another one holds for. */
const wider: Readonly<Record<string, readonly string[]>> = {
  int32: ["int64", "float", "double"],
  int64: ["double"],
  float: ["double"],
  uri: ["uri-reference", "iri", "iri-reference"],
  ipv4: ["hostname"],
};

/** Whether what one format holds for, the other does too. */
export function formatWithin(one: string, other: string): boolean {
  return one === other || (wider[one]?.includes(other) ?? false);
}

/** How long the strings of a format are, where it says so. */
export const formatLengths: Readonly<Record<string, readonly [number, number]>> = {
  uuid: [36, 45],
  date: [10, 10],
};
