import {
  type Gates,
  type LoadContext,
  method,
  type ParamsOf,
  page,
  type RequestFacts,
  t,
} from "holdfast";
import * as domain from "../domain/index.js";
import { paymentErrors } from "../errors.js";
import { logic } from "../logic.js";
import { balance } from "../resources/balance.js";
import { balanceTransaction } from "../resources/balance-transaction.js";
import { asPage } from "./pages.js";
import { listChecks, listParams, timeRange } from "./params.js";

export const retrieveBalance = method("balance.retrieve", {
  route: "GET /v1/balance",
  description: "Reads what is yours.",
  returns: balance,
  raises: paymentErrors,
}).execute(logic((db, context) => domain.retrieveBalance(db, context)));

const filters = {
  ...listParams,
  available_on: timeRange("Only those available then."),
  created: timeRange("Only those made then."),
  currency: t.string().optional().describe("Only those in this currency."),
  payout: t.string().optional().describe("Only those that were paid out together."),
  source: t.string().optional().describe("Only those that this charge, refund or dispute made."),
  type: t.string().optional().describe("Only those of this type."),
};

/** Today, what moved the money; once, the charge behind it. */
const sourceGates = ["balance_transaction_source_is_charge"] as const;

type Listing = LoadContext & {
  readonly request: RequestFacts;
  readonly params: ParamsOf<typeof filters>;
  readonly gates: Gates<(typeof sourceGates)[number]>;
};

const listed = logic(async (db, context, { params: { source, ...params }, gates }: Listing) => {
  const of = gates.has("balance_transaction_source_is_charge") ? { about: source } : { source };
  return asPage(await domain.listBalanceTransactions(db, context, { ...params, ...of }), params);
});

const id = t.id("txn").describe("Which balance transaction.");

export const listBalanceTransactions = method("balance_transactions.list", {
  route: "GET /v1/balance_transactions",
  description: "Lists the movements of your balance, newest first.",
  params: filters,
  returns: page(balanceTransaction),
  raises: paymentErrors,
  asks: sourceGates,
  checks: listChecks,
}).execute(listed);

export const retrieveBalanceTransaction = method("balance_transactions.retrieve", {
  route: "GET /v1/balance_transactions/{id}",
  description: "Reads one movement of your balance.",
  params: { id },
  returns: balanceTransaction,
  raises: paymentErrors,
}).execute(
  logic((db, context, { params }) => domain.retrieveBalanceTransaction(db, context, params.id)),
);

export const listBalanceHistory = method("balance.history.list", {
  route: "GET /v1/balance/history",
  description: "Lists the movements of your balance, newest first, at their older path.",
  params: filters,
  returns: page(balanceTransaction),
  raises: paymentErrors,
  asks: sourceGates,
  checks: listChecks,
}).execute(listed);

export const retrieveBalanceHistory = method("balance.history.retrieve", {
  route: "GET /v1/balance/history/{id}",
  description: "Reads one movement of your balance, at its older path.",
  params: { id },
  returns: balanceTransaction,
  raises: paymentErrors,
}).execute(
  logic((db, context, { params }) => domain.retrieveBalanceTransaction(db, context, params.id)),
);
