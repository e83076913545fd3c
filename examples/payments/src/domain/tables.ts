import type {
  BalanceTransactionRecord,
  ChargeRecord,
  CustomerRecord,
  DisputeRecord,
  EventRecord,
  RefundRecord,
  SourceRecord,
  TokenRecord,
} from "../records/index.js";
import { recordTable } from "./record-table.js";

const bit = (value: boolean) => (value ? 1 : 0);

export const charges = recordTable<ChargeRecord, "charges">("charges", (charge) => ({
  customer: charge.customer,
  status: charge.status,
  uncaptured: bit(charge.status === "succeeded" && !charge.captured && !charge.refunded),
  source: charge.source.id,
  source_object: charge.source.object,
  transfer_group: charge.transfer_group,
  due_at: charge.due_at,
}));

export const refunds = recordTable<RefundRecord, "refunds">("refunds", (refund) => ({
  charge: refund.charge,
  system: bit(refund.system),
}));

export const customers = recordTable<CustomerRecord, "customers">("customers", (customer) => ({
  email: customer.email,
  deleted: bit(customer.deleted),
}));

export const sources = recordTable<SourceRecord, "sources">("sources", (source) => {
  if (source.customer === null) throw new Error(`${source.id} belongs to no customer`);
  return { object: source.object, customer: source.customer };
});

export const tokens = recordTable<TokenRecord, "tokens">("tokens", () => ({}));

export const balanceTransactions = recordTable<BalanceTransactionRecord, "balance_transactions">(
  "balance_transactions",
  ({ type, source, charge, currency, available_on }) => ({
    type,
    source,
    charge,
    currency,
    available_on,
  }),
);

export const disputes = recordTable<DisputeRecord, "disputes">("disputes", (dispute) => ({
  charge: dispute.charge,
}));

export const events = recordTable<EventRecord, "events">("events", (event) => ({
  type: event.type,
  object_kind: event.object_kind,
}));
