import { type LoadContext, t } from "holdfast";
import { balanceTransactionsByIds, disputesByIds } from "../domain/index.js";
import type { BalanceTransactionRecord, ChargeRecord, FeeDetail } from "../records/index.js";
import { domainContext } from "../services.js";
import { currency } from "./common.js";

/** One part of a fee. */
export const feeDetailFields = {
  amount: t.integer().describe("How much, in the currency's smallest unit."),
  application: t.string().nullable().describe("The application that takes it."),
  currency,
  description: t.string().describe("What it is for."),
  type: t
    .enum({
      stripe_fee: "What the payment costs.",
      application_fee: "What an application takes.",
      tax: "Tax on the fee.",
    })
    .describe("What kind of fee it is."),
};

type Transactions = ReadonlyMap<string, BalanceTransactionRecord>;

function load(ids: readonly (string | null)[], context: LoadContext): Promise<Transactions> {
  const known = ids.filter((id) => id !== null);
  return balanceTransactionsByIds(context.db, domainContext(context), known);
}

/** What charges cost by themselves: their balance transactions, in the order of the charges. */
export async function ownFee(
  charges: readonly ChargeRecord[],
  context: LoadContext,
): Promise<readonly (BalanceTransactionRecord | undefined)[]> {
  const found = await load(
    charges.map((charge) => charge.balance_transaction),
    context,
  );
  return charges.map((charge) => found.get(charge.balance_transaction ?? ""));
}

/** What charges cost in parts, with what their disputes cost. */
export async function feesOf(
  charges: readonly ChargeRecord[],
  context: LoadContext,
): Promise<readonly (readonly FeeDetail[])[]> {
  const own = await ownFee(charges, context);
  const disputed = charges.flatMap((charge) => charge.dispute ?? []);
  const disputes = await disputesByIds(context.db, domainContext(context), disputed);
  const moved = await load(
    [...disputes.values()].flatMap((one) => one.balance_transactions),
    context,
  );
  return charges.map((charge, index) => {
    const dispute = disputes.get(charge.dispute ?? "");
    const ofDispute = (dispute?.balance_transactions ?? []).flatMap(
      (id) => moved.get(id)?.fee_details ?? [],
    );
    return [...(own[index]?.fee_details ?? []), ...ofDispute];
  });
}
