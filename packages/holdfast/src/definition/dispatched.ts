import { captureOrigin } from "./location.js";
import type { MethodDefinition } from "./method.js";

/** What an author says of a legacy method whose requests another method answers. */
export interface DispatchedOptions {
  /** The route, in the names of the version before the gate. */
  readonly route: string;
  readonly description: string;
  /** The method that answers today. */
  readonly to: MethodDefinition;
  /** Today's params that are always the same, by their names today. Callers cannot send them. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** The gate until which it exists. */
  readonly until: string;
}

/**
 * A legacy method that has no logic of its own: another method answers its requests. It takes that
 * method's params and gives its answers and errors, as they were at each version; what differs is
 * said by changes of its own.
 *
 * @example
 * const transferTransactions = dispatched("transfers.transactions", {
 *   route: "GET /v1/transfers/{id}/transactions",
 *   description: "Lists what a transfer was made up of.",
 *   to: balanceHistory,
 *   until: "transfers_have_transactions",
 * });
 * // in the gate:
 * dispatchedTo(transferTransactions, balanceHistory),
 * param(transferTransactions, "id", renamedTo("transfer")),
 */
export function dispatched(name: string, options: DispatchedOptions): MethodDefinition {
  const { route, description, to, fixed = {}, until } = options;
  const [verb = "", ...rest] = route.split(" ");
  return Object.freeze<MethodDefinition>({
    ...to,
    name,
    verb,
    path: rest.join(" "),
    description,
    until,
    dispatch: { to: to.name, fixed },
    origin: captureOrigin(dispatched),
  });
}
