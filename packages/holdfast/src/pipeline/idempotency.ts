import { createHmac } from "node:crypto";
import { raise } from "../definition/raised.js";
import { singleHeader } from "../http/header.js";
import type { WireResponse, WireValue } from "../http/message.js";
import type { IdempotencyKey, StoredAnswer } from "./account-store.js";
import { type Call, need } from "./call.js";
import * as errors from "./errors.js";

const LONGEST_KEY = 255;

/** The request's idempotency key, if it has one. Raises an error for one that cannot be. */
export function idempotencyKey(call: Call): string | undefined {
  const found = singleHeader(call.request, "idempotency-key");
  const value = found.twice ? undefined : found.value;
  const reason = found.twice
    ? "it was sent more than once"
    : value === ""
      ? "it is empty"
      : (value?.length ?? 0) > LONGEST_KEY
        ? `it is longer than ${LONGEST_KEY} characters`
        : undefined;
  return reason === undefined ? value : raise(errors.idempotencyKeyInvalid, { reason });
}

/** Whose key it is: keys of two accounts, or of an account's two modes, do not meet. */
export function keyOf(call: Call, key: string): IdempotencyKey {
  const { account, mode } = need(call, "credential");
  return { scope: `${account.id}:${mode}`, key };
}

/** A stored answer, marked as one. */
export function replay(answer: StoredAnswer): WireResponse {
  return { ...answer, headers: { ...answer.headers, "idempotent-replayed": "true" } };
}

/**
 * Tells requests with the same key apart: by method, path and params, in whatever order. Keyed,
 * because params hold card numbers, and a plain hash of one can be guessed.
 */
export function fingerprint(call: Call): string {
  const { method, path } = call.request;
  const params = canonical(need(call, "sent").params);
  const secret = call.served.settings.secret ?? "";
  return createHmac("sha256", secret).update(`${method} ${path}\n${params}`).digest("base64url");
}

function canonical(value: WireValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const hash = value as { readonly [key: string]: WireValue };
  const entries = Object.keys(hash)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(hash[key] ?? null)}`);
  return `{${entries.join()}}`;
}
