import type { Api } from "holdfast";
import { type Contract, typesOfEvent } from "holdfast/contract";
import type { Addition } from "holdfast/floor";
import type { SubjectRef } from "../model/refs.js";
import type { AdditionsEntry } from "./entry.js";

/** What the ledger has for each day. What several versions have, each in its own way, is told once. */
export function additionEntries(
  { timeline }: Api,
  additions: readonly Addition[],
): readonly AdditionsEntry[] {
  const days = new Map<string, Map<string, SubjectRef | undefined>>();
  for (const addition of additions) {
    const told = days.get(addition.date) ?? new Map<string, SubjectRef | undefined>();
    const contract = timeline.at(addition.versions.at(-1) ?? "");
    if (!told.has(addition.what))
      told.set(addition.what, contract && subjectOf(addition, contract));
    days.set(addition.date, told);
  }
  return [...days].map(([date, told]) => ({
    is: "additions",
    id: `additions-${date}`,
    date,
    additions: [...told].map(([what, subject]) => ({ what, subject })),
  }));
}

/** Floors know methods and events by their callers' names, and one place's shape under `name@place`. */
function subjectOf({ at }: Addition, contract: Contract): SubjectRef | undefined {
  const [part, key = ""] = at;
  const [name = ""] = key.split("@");
  if (part === "methods") {
    const found = [...contract.methods].find(([, method]) => method.exists && method.name === key);
    return found && { on: "method", name: found[0] };
  }
  if (part === "events") {
    const found = [...contract.events].find(([, event]) => typesOfEvent(event).includes(key));
    return found && { on: "event", name: found[0] };
  }
  if (part === "resources" && contract.resources.has(name)) return { on: "resource", name };
  if (part === "errors" && contract.errors.has(name)) return { on: "error", name };
  return undefined;
}
