import { createHash } from "node:crypto";

/** The namespace of names that are no URLs of ours: made once, by chance. */
const NAMESPACE = "5f0c2c1e-7d0b-4e0a-9d57-3a6f1c8f21b4";

/**
 * An id for feeds that stays the same wherever the docs are served: a name-based UUID, version 5
 * (RFC 9562, section 5.5), as a URN.
 */
export function stableId(...names: readonly string[]): string {
  const hash = createHash("sha1")
    .update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"))
    .update(JSON.stringify(names))
    .digest();
  const bytes = hash.subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `urn:uuid:${parts.join("-")}-${hex.slice(20)}`;
}
