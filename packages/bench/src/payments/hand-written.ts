import type { CreateChargeInput } from "@holdfast/example-payments/domain/index";
import { Refusal } from "./charge-work.js";
import { nullEmpty, parseNestedForm } from "./form.js";

type Hash = Record<string, unknown>;

const WORDS = new Set([
  "description",
  "receipt_email",
  "statement_descriptor_suffix",
  "transfer_group",
]);
const SHIPPING = new Set(["carrier", "name", "phone", "tracking_number"]);
const ADDRESS = new Set(["city", "country", "line1", "line2", "postal_code", "state"]);

/** Decodes the form of a charge and validates it, as one writes it without any library. */
export function handWritten(form: string): CreateChargeInput {
  const params: Hash = nullEmpty(parseNestedForm(form));
  for (const name in params) params[name] = param(name, params[name]);
  if (params.amount === undefined || params.currency === undefined) refuse("amount, currency");
  if (params.source === undefined && params.customer === undefined) refuse("source");
  params.capture ??= true;
  return params as unknown as CreateChargeInput;
}

function param(name: string, value: unknown): unknown {
  if (WORDS.has(name)) return words(name, value);
  switch (name) {
    case "amount":
      return amount(value);
    case "currency":
    case "customer":
      return typeof value === "string" ? value : refuse(name);
    case "capture":
      return value === "true" || value === "false" ? value === "true" : refuse(name);
    case "statement_descriptor":
      return /[*"']/.test(String(value)) ? refuse(name) : words(name, value);
    case "metadata":
      return metadata(value);
    case "shipping":
      return shipping(value);
    case "source":
      return typeof value === "string" || isHash(value) ? value : refuse(name);
    default:
      return refuse(name);
  }
}

function amount(value: unknown): number {
  const whole = typeof value === "string" && /^\d{1,8}$/.test(value) ? Number(value) : 0;
  return whole >= 1 ? whole : refuse("amount");
}

function words(name: string, value: unknown): unknown {
  return value === null || (typeof value === "string" && value.length <= 5000)
    ? value
    : refuse(name);
}

function metadata(value: unknown): unknown {
  if (!isHash(value)) return refuse("metadata");
  const names = Object.keys(value);
  if (names.length > 50) refuse("metadata");
  for (const name of names) {
    const text = value[name];
    if (name.length > 40 || typeof text !== "string" || text.length > 500) refuse("metadata");
  }
  return value;
}

function shipping(value: unknown): unknown {
  if (!isHash(value) || !isHash(value.address)) return refuse("shipping");
  for (const name in value) {
    if (name === "address") allWords(value.address, ADDRESS);
    else if (SHIPPING.has(name)) words(name, value[name]);
    else refuse(name);
  }
  return value;
}

function allWords(hash: Hash, known: ReadonlySet<string>): void {
  for (const name in hash) {
    if (!known.has(name)) refuse(name);
    words(name, hash[name]);
  }
}

function isHash(value: unknown): value is Hash {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuse(name: string): never {
  throw new Refusal(400, `${name} is missing or invalid.`);
}
