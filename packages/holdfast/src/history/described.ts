import type { FieldInfo } from "../definition/type.js";
import { unfit } from "./change.js";

/** Refuses a type of the past about which, or about a part of which, nothing is said. */
export function requireDescribed({ description, kind }: FieldInfo): void {
  if (isBlank(description)) unfit("its older type has no description");
  for (const [value, meaning] of Object.entries(kind.values ?? {})) {
    if (isBlank(meaning)) unfit(`the value ${value} of its older type has no description`);
  }
  for (const { name, info } of kind.shape?.fields.values() ?? []) {
    if (isBlank(info.description)) unfit(`${name} of its older type has no description`);
    requireDescribed(info);
  }
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === "";
}
