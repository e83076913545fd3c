import type { Contract } from "holdfast/contract";
import type { SubjectRef } from "../model/refs.js";
import { namesAt } from "./existing.js";

/** What took the place of a method, or an error, that a contract has no longer: its names there. */
export function takenPlaceOf(
  { on, name }: SubjectRef,
  contracts: readonly Contract[],
  until: Contract,
): readonly string[] {
  if (on === "method") {
    const to = until.methods.get(name)?.definition.dispatch?.to;
    return to === undefined ? [] : namesAt(until, { on, name: to });
  }
  if (on !== "error") return [];
  // Newer errors that were answered as it.
  const stoodFor = contracts.flatMap(({ errors }) =>
    [...errors].flatMap(([newer, { answersAs }]) => (answersAs?.error === name ? newer : [])),
  );
  return [...new Set(stoodFor)].filter((newer) => namesAt(until, { on, name: newer }).length > 0);
}
