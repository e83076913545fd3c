import { createHmac } from "node:crypto";
import type { DomainContext } from "./context.js";

/**
 * Sixteen letters and digits that are the same whenever an account meets the same number again.
 * Without the pepper the number cannot be found by trying all of them.
 */
export function fingerprint(
  context: Pick<DomainContext, "account" | "pepper">,
  number: string,
): string {
  return createHmac("sha256", context.pepper)
    .update(`${context.account}:${number}`)
    .digest("base64url")
    .replaceAll(/[-_]/g, "x")
    .slice(0, 16);
}
