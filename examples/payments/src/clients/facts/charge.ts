import {
  absent,
  arrayOf,
  boolean,
  fields,
  id,
  integer,
  listOf,
  nullable,
  object,
  one,
  optional,
  string,
  whenExpanded,
} from "../checks.js";
import { card } from "./card.js";
import { dispute } from "./dispute.js";

export const refund = fields({
  id: id("re"),
  object: one("refund"),
  amount: integer,
  balance_transaction: nullable(id("txn")),
  charge: id("ch"),
  created: integer,
  currency: one("usd"),
  metadata: object,
  reason: nullable(string),
});

export const charge = fields({
  id: id("ch"),
  object: one("charge"),
  amount: integer,
  amount_refunded: integer,
  balance_transaction: nullable(id("txn")),
  captured: boolean,
  created: integer,
  currency: one("usd"),
  customer: nullable(id("cus")),
  description: nullable(string),
  failure_code: nullable(string),
  failure_message: nullable(string),
  livemode: one(false),
  metadata: object,
  paid: boolean,
  refunded: boolean,
  status: [["2015-02-18", one("paid", "failed")], one("succeeded", "failed")],
  card: [["2015-02-18", card], absent],
  // Since 2019-05-16 no longer described, but still served.
  source: [["2015-02-18", absent], card],
  disputed: [["2012-11-07", boolean], absent],
  dispute: [["2012-11-07", absent], ["2017-02-14", nullable(dispute)], nullable(id("dp"))],
  fee: [["2013-08-13", integer], absent],
  fee_details: [["2013-08-13", arrayOf(fields({ amount: integer, type: string }))], absent],
  refunds: [
    ["2014-06-17", arrayOf(refund)],
    ["2022-11-15", listOf(refund)],
    whenExpanded(listOf(refund)),
  ],
  statement_description: [["2014-12-17", nullable(string)], absent],
  statement_descriptor: [["2014-12-17", absent], nullable(string)],
  outcome: optional(
    nullable(
      fields({
        rule: [["2017-02-14", optional(nullable(object))], optional(nullable(string))],
      }),
    ),
  ),
  invoice: [["2025-03-31.basil", nullable(string)], absent],
});
