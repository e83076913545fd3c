import type { Difference } from "../compare/difference.js";
import type { ChangeKind } from "./entry.js";

/** Under which kind readers look for a difference. */
export function kindOf({ kind, subject, part }: Difference): ChangeKind {
  if (kind === "behaviour") return "behaviour";
  if (subject.on === "wire") return "format";
  if (subject.on === "headers") return "header";
  if (subject.on === "event") return "event";
  if (subject.on === "error" || kind === "error") return "error";
  if (kind === "list_style") return "list";
  if (kind.startsWith("value_")) return "value";
  if (part === "params") return "param";
  if (part === "fields") return "field";
  return subject.on;
}
