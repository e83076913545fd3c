import type { LoadContext, RequestFacts } from "holdfast";
import type { DomainContext, PaymentsDatabase } from "./domain/index.js";
import { asApiError } from "./errors.js";
import { domainContext } from "./services.js";

/** Runs an operation of the domain for a method, and puts its refusals into the API's errors. */
export function logic<C extends LoadContext & { readonly request: RequestFacts }, R>(
  run: (db: PaymentsDatabase, domain: DomainContext, context: C) => Promise<R>,
): (context: C) => Promise<R> {
  return async (context) => {
    try {
      return await run(context.db, domainContext(context), context);
    } catch (problem) {
      throw asApiError(problem);
    }
  };
}
