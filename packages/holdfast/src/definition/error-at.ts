import type { ErrorDefinition } from "./error.js";
import type { MethodDefinition } from "./method.js";

/** What one method alone answers for an error. */
export interface ErrorAtMethod {
  readonly error: ErrorDefinition;
  readonly method: MethodDefinition;
}

/** An error wherever it is raised, or as one method answers it. */
export type ErrorSubject = ErrorDefinition | ErrorAtMethod;

/**
 * An error as one method answers it, for changes at this place only.
 *
 * @example
 * statusWas(errorAt(cardDeclined, payInvoice), 400)
 */
export function errorAt(error: ErrorDefinition, method: MethodDefinition): ErrorAtMethod {
  return { error, method };
}

/** The parts of what a change of errors is about: the error's name and, if one, the method's. */
export function partsOf(of: ErrorSubject): { readonly error: string; readonly at?: string } {
  return "error" in of ? { error: of.error.name, at: of.method.name } : { error: of.name };
}

/** How diagnostics and docs call it: `card_declined`, `card_declined of invoices.pay`. */
export function subjectOf(of: ErrorSubject): string {
  return "error" in of ? `${of.error.name} of ${of.method.name}` : of.name;
}
