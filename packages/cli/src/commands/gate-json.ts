import type { GateEntry } from "holdfast";

/** A gate as programs read it. */
export function gateJson({ gate, version, planned, facts, description }: GateEntry) {
  return { gate, version, status: planned ? "planned" : "built", facts, description };
}
