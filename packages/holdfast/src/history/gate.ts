import { captureOrigin, type Origin } from "../definition/location.js";
import type { Change } from "./change.js";

/** What a gate does to the wire. */
export interface GateModule {
  readonly gate: string;
  readonly changes: readonly Change[];
  readonly origin: Origin;
}

/**
 * Says what changed when a legacy behaviour ended. The default export of a file of its own.
 *
 * @example
 * export default gate("charge_has_card", [field(charge, "card", renamedTo("source"))]);
 */
export function gate(name: string, changes: readonly Change[]): GateModule {
  return { gate: name, changes, origin: captureOrigin(gate) };
}

/** Whether a module's export is a gate. */
export function isGateModule(value: unknown): value is GateModule {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as GateModule).gate === "string" &&
    Array.isArray((value as GateModule).changes)
  );
}
