import { absent, array, fields, id, integer, nullable, object, one, string } from "../checks.js";

const statuses2011 = ["needs_response", "under_review", "won", "lost"];
const statuses2014 = [
  ...statuses2011,
  "warning_needs_response",
  "warning_under_review",
  "charge_refunded",
];

export const dispute = fields({
  object: one("dispute"),
  amount: integer,
  charge: id("ch"),
  created: integer,
  currency: one("usd"),
  livemode: one(false),
  reason: string,
  status: [
    ["2014-08-20", one(...statuses2011)],
    ["2015-02-10", one(...statuses2014)],
    one(...statuses2014, "warning_closed"),
  ],
  balance_transaction: [["2014-08-20", nullable(string)], absent],
  balance_transactions: [["2014-08-20", absent], array],
  evidence: [["2014-12-08", nullable(string)], object],
  evidence_due_by: [["2014-12-08", nullable(integer)], absent],
  evidence_details: [
    ["2014-12-08", absent],
    fields({ due_by: nullable(integer), submission_count: integer }),
  ],
});
