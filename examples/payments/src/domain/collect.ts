import type { ChargeRecord } from "../records/index.js";
import { BANK_PENDING_SECONDS, CARD_PENDING_SECONDS } from "./charge-times.js";
import type { DomainContext } from "./context.js";
import { chargeFees } from "./fees.js";
import { moveBalance } from "./move-balance.js";
import type { Authorization } from "./network/card-network.js";
import { openDispute } from "./open-dispute.js";
import type { PaymentsDatabase } from "./schema.js";

/**
 * Takes a captured charge's money into the balance and has the charge stored and told of; then lets
 * a card that disputes its charges do that.
 */
export async function collect(
  db: PaymentsDatabase,
  context: DomainContext,
  charge: ChargeRecord,
  answer: Pick<Authorization, "immediate" | "dispute"> | null,
  store: (charge: ChargeRecord) => Promise<void>,
): Promise<ChargeRecord> {
  const isCard = charge.source.object === "card";
  const pending = isCard ? CARD_PENDING_SECONDS : BANK_PENDING_SECONDS;
  const transaction = await moveBalance(db, context, {
    type: isCard ? "charge" : "payment",
    reporting_category: "charge",
    amount: charge.amount_captured,
    fees: chargeFees(charge.amount_captured, charge.currency),
    source: charge.id,
    charge,
    description: charge.description,
    available_on: context.now() + (answer?.immediate ? 0 : pending),
  });
  const collected: ChargeRecord = { ...charge, balance_transaction: transaction.id };
  await store(collected);
  return answer?.dispute ? openDispute(db, context, collected, answer.dispute) : collected;
}
