import type { Client, Run, Telling } from "./eras.js";
import { isBefore } from "./version-order.js";

/** All that the client's process needs to know; it travels as JSON. */
export interface Plan {
  readonly alias: string;
  readonly address: Client["address"];
  readonly needsFreshSockets: boolean;
  readonly host: string;
  readonly port: number;
  readonly secretKey: string;
  /** The version to send and how, or null to leave the client as it is. */
  readonly tell: { readonly version: string; readonly by: Telling } | null;
  /** The param that carries a token. */
  readonly cardParam: "card" | "source";
  readonly paging: "offset" | "cursor";
  /** Ways to refund, best first: the client takes the first that it has. */
  readonly refundRoutes: readonly RefundRoute[];
  /** What must be asked for to be seen. */
  readonly expandCharge: readonly string[];
  readonly expandCustomer: readonly string[];
}

/** `POST /v1/charges/{id}/refund`, `POST /v1/charges/{id}/refunds` and `POST /v1/refunds`. */
export type RefundRoute = "charges.refund" | "charges.createRefund" | "refunds.create";

/** What an integrator of that version would have written. */
export function planOf(
  client: Client,
  run: Run,
  server: { readonly host: string; readonly port: number; readonly secretKey: string },
): Plan {
  const before = (date: string) => isBefore(run.version, date);
  return {
    alias: client.alias,
    address: client.address,
    needsFreshSockets: client.needsFreshSockets,
    ...server,
    tell: run.by === "told" ? { version: run.version, by: client.telling } : null,
    cardParam: before("2015-02-18") ? "card" : "source",
    paging: before("2014-03-28") ? "offset" : "cursor",
    refundRoutes: before("2014-06-17")
      ? ["charges.refund", "charges.createRefund", "refunds.create"]
      : before("2015-02-18")
        ? ["charges.createRefund", "refunds.create"]
        : ["refunds.create", "charges.createRefund"],
    expandCharge: before("2022-11-15") ? [] : ["refunds"],
    expandCustomer: before("2020-08-27") ? [] : ["sources", "subscriptions", "tax_ids"],
  };
}
