import { type Contract, typesOfEvent } from "holdfast/contract";
import type { SubjectRef } from "../model/refs.js";

/** How callers at a contract know something; its name today where they do not know it. */
export function calledAt(contract: Contract | undefined, { on, name }: SubjectRef): string {
  if (!contract) return name;
  if (on === "method") return contract.methods.get(name)?.name ?? name;
  if (on === "resource") return contract.resources.get(name)?.name ?? name;
  if (on === "error") return name;
  const event = contract.events.get(name);
  return (event && typesOfEvent(event)[0]) ?? name;
}
