import { Buffer } from "node:buffer";
import { singleHeader } from "./header.js";
import type { WireRequest } from "./message.js";

/** The key that a request presents, or why it presents none. */
export type PresentedKey =
  | { readonly key: string }
  | { readonly problem: "missing" | "malformed" | "twice" };

const missing: PresentedKey = { problem: "missing" };
const malformed: PresentedKey = { problem: "malformed" };

/**
 * The API key in the `Authorization` header: a bearer token (RFC 6750), or the user name of Basic
 * (RFC 7617), whose password is ignored. It says nothing about whether the key is known. A scheme
 * with an empty key counts as missing.
 */
export function presentedKey(request: WireRequest): PresentedKey {
  const header = singleHeader(request, "authorization");
  if (header.twice) return { problem: "twice" };
  const value = header.value?.trim() ?? "";
  if (value === "") return missing;
  const space = value.indexOf(" ");
  const scheme = (space === -1 ? value : value.slice(0, space)).toLowerCase();
  const rest = space === -1 ? "" : value.slice(space).trimStart();
  if (scheme === "bearer") return bearer(rest);
  if (scheme === "basic") return basic(rest);
  return malformed;
}

function bearer(token: string): PresentedKey {
  if (token === "") return missing;
  return /^[A-Za-z0-9._~+/-]+=*$/.test(token) ? { key: token } : malformed;
}

function basic(encoded: string): PresentedKey {
  if (encoded === "") return missing;
  const decoded = Buffer.from(encoded, "base64");
  // Buffer skips what is not base64; only what encodes back to itself was base64.
  if (decoded.toString("base64") !== encoded) return malformed;
  const pair = decoded.toString("latin1");
  const colon = pair.indexOf(":");
  if (colon === -1) return malformed;
  const key = pair.slice(0, colon);
  if (key === "") return missing;
  return /^[\x21-\x7e]+$/.test(key) ? { key } : malformed;
}
