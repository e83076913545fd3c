import type { GateEntry, Timeline } from "holdfast";
import { told } from "../told.js";

/** A gate as programs read it. */
export function gateJson(entry: GateEntry, timeline: Timeline) {
  const { gate, version, planned, facts } = entry;
  const description = told(entry, timeline);
  return { gate, version, status: planned ? "planned" : "built", facts, description };
}
