import type { StoredAccount } from "@holdfast/store";
import type { Result } from "../command.js";

/** An account's exceptions after a change, and the gates that the change took along. */
export function exceptionResult(
  { id, pin, granted, revoked }: StoredAccount,
  along: readonly string[],
  show: () => string,
): Result {
  return { json: { account: id, version: pin, granted, revoked, along }, show };
}
