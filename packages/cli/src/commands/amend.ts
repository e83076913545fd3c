import type { Amendment } from "holdfast";

/** What an amend did with a gate, and to which versions. */
export function showAmend({
  date,
  effect,
  from,
  to,
}: Pick<Amendment, "date" | "effect" | "from" | "to">): string {
  const done = effect === "grants" ? "granted to" : "revoked from";
  const which = [from && `from ${from} on`, to && `up to ${to}`].filter(Boolean).join(", ");
  return `${done} versions on ${date}${which === "" ? "" : `, ${which}`}`;
}
