import type { RefundRoute } from "./plan.js";

/** What a client handed to its caller at each step of the scenario; null where a step was not due. */
export interface Transcript {
  readonly token: unknown;
  readonly customer: unknown;
  readonly authorized: unknown;
  readonly captured: unknown;
  readonly refundRoute: RefundRoute;
  readonly refund: unknown;
  readonly refunded: unknown;
  readonly expandedCharge: unknown;
  readonly expandedCustomer: unknown;
  readonly page: { readonly first: unknown; readonly second: unknown };
  /** The ids of all charges, as the client's own walk through the pages found them. */
  readonly walked: readonly string[] | null;
  /** What the client threw when the card was declined; null if it threw nothing. */
  readonly error: {
    /** Whether it is an instance of the client's own class for card errors. */
    readonly isCardError: boolean;
    readonly type: unknown;
    readonly rawType: unknown;
    readonly code: unknown;
    readonly decline_code?: unknown;
    readonly statusCode?: unknown;
    /** The error object of the response. */
    readonly raw: unknown;
  } | null;
  readonly disputed: unknown;
  readonly events: unknown;
  readonly event: unknown;
  /** Every version that a response said it was served at; empty if the client hides headers. */
  readonly servedVersions: readonly string[];
}
