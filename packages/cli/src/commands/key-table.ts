import type { StoredKey } from "@holdfast/store";
import type { Page } from "../output/page.js";
import { type Column, table } from "../output/table.js";
import { shownTime } from "../output/words.js";

/** Keys, as far as they may be seen. */
export function keyTable(keys: readonly StoredKey[], page: Page): string {
  if (keys.length === 0) return "It has no keys.";
  const columns: readonly Column[] = [
    { title: "ID" },
    { title: "KEY" },
    { title: "KIND" },
    { title: "VERSION" },
    { title: "STATE" },
    { title: "PERMISSIONS", cut: "last" },
  ];
  const rows = keys.map((key) => [
    key.id,
    `${key.prefix}…${key.lastFour}`,
    key.kind,
    key.pin ?? "-",
    stateOf(key, Date.now()),
    key.permissions?.join(", ") ?? "all",
  ]);
  return table(columns, rows, page);
}

function stateOf({ revokedAt, expiresAt }: StoredKey, now: number): string {
  if (revokedAt !== null) return `revoked ${shownTime(revokedAt)}`;
  if (expiresAt === null) return "active";
  return `${expiresAt.getTime() > now ? "ends" : "ended"} ${shownTime(expiresAt)}`;
}
