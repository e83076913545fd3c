import type { ResourceDefinition } from "./resource.js";

/** One of the resources that what is one today was. */
export interface FormSubject {
  readonly resource: string;
  readonly form: string;
}

/**
 * One of the resources that what is one today was (`resourceWas`), for changes of this one alone.
 *
 * @example
 * field(formOf(source, "bank_account"), "digits", renamedTo("last4"))
 */
export function formOf(resource: ResourceDefinition, form: string): FormSubject {
  return { resource: resource.name, form };
}
