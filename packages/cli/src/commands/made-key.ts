import type { MadeKey } from "@holdfast/store";
import { fields } from "../output/fields.js";
import type { Page } from "../output/page.js";

/** A key just made. */
export function showMadeKey(key: MadeKey, page: Page): string {
  return fields(
    [
      ["key", key.text],
      ["id", key.id],
      ["account", key.account],
      ["version", key.pin ?? "the account's"],
      ["permissions", key.permissions?.join(", ") ?? "all"],
    ],
    page,
  );
}
