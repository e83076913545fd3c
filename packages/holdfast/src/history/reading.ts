import type { Location } from "../definition/location.js";
import type { DiagnosticId } from "../diagnostics/catalogue.js";

/** The reading of one `versions.yaml`. */
export interface Reading {
  /** Where a node of the document stands. */
  at(node: unknown): Location;
  /** Notes what is wrong. */
  tell(id: DiagnosticId, details: Readonly<Record<string, string>>, at: Location): void;
}
