import type { Kysely } from "kysely";

/**
 * The columns of every record's table. `data` is the whole record as JSON and the only column that
 * reads use; the others are there to filter and order by. Their 64-bit values (`created`, `seq`)
 * come back from PostgreSQL as text, so code that selects them converts.
 */
export interface RecordColumns {
  id: string;
  account: string;
  /** 0 or 1. */
  livemode: number;
  /** Unix seconds. */
  created: number;
  /** Orders records of the same second; see sequence.ts. */
  seq: number;
  data: string;
}

export interface ChargesTable extends RecordColumns {
  customer: string | null;
  status: string;
  /** 1 while an authorization is neither captured nor let go. */
  uncaptured: number;
  source: string;
  source_object: string;
  transfer_group: string | null;
  due_at: number | null;
}

export interface RefundsTable extends RecordColumns {
  charge: string;
  /** 1 for the refund that the system makes when a bank debit fails. */
  system: number;
}

export interface CustomersTable extends RecordColumns {
  email: string | null;
  deleted: number;
}

/** Cards and bank accounts that belong to a customer. */
export interface SourcesTable extends RecordColumns {
  object: string;
  customer: string;
}

export interface BalanceTransactionsTable extends RecordColumns {
  type: string;
  source: string;
  charge: string;
  currency: string;
  available_on: number;
}

export interface DisputesTable extends RecordColumns {
  charge: string;
}

export interface EventsTable extends RecordColumns {
  type: string;
  object_kind: string;
}

/** One side of a ledger transaction; the sides of one transaction sum to zero. */
export interface LedgerEntriesTable {
  account: string;
  livemode: number;
  /** The balance transaction's id. */
  transaction_id: string;
  ledger: string;
  currency: string;
  /** Smallest currency unit, signed. */
  amount: number;
  available_on: number;
  source_type: string;
}

export interface RecordTables {
  charges: ChargesTable;
  refunds: RefundsTable;
  customers: CustomersTable;
  sources: SourcesTable;
  tokens: RecordColumns;
  balance_transactions: BalanceTransactionsTable;
  disputes: DisputesTable;
  events: EventsTable;
}

export interface PaymentsTables extends RecordTables {
  ledger_entries: LedgerEntriesTable;
}

/** A connection or a transaction of one; operations that write open a transaction if they are not in one. */
export type PaymentsDatabase = Kysely<PaymentsTables>;
