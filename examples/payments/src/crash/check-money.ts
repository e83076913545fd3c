import { groupBy } from "./group-by.js";
import type { Tables } from "./tables.js";

/** What is wrong with the money: in the ledger, in the movements beside it, and in the charges. */
export function checkMoney({ ledger, movements, charges, refunds }: Tables): readonly string[] {
  const entries = groupBy(ledger, (entry) => entry.transaction_id);
  const moved = groupBy(movements, (movement) => movement.source);
  const refundsOf = groupBy(refunds, (refund) => refund.charge);
  const problems = [...entries.keys()]
    .filter((id) => !movements.some((movement) => movement.id === id))
    .map((id) => `ledger entries of ${id}, which is no movement`);

  for (const { id, net } of movements) {
    const own = entries.get(id) ?? [];
    const merchant = sum(own.filter((entry) => entry.ledger === "merchant"));
    if (own.length === 0 || sum(own) !== 0 || merchant !== net) {
      problems.push(`${id} of ${net} stands in the ledger as ${JSON.stringify(own)}`);
    }
  }
  for (const [source, { length }] of moved) {
    if (length > 1) problems.push(`${length} movements for ${source}`);
  }
  for (const { id, balance_transaction } of [...charges, ...refunds]) {
    const expected = balance_transaction ?? undefined;
    const [movement] = moved.get(id) ?? [];
    if (movement?.id !== expected) problems.push(`${id} moved by ${movement?.id}, not ${expected}`);
  }
  for (const { id, amount, amount_refunded } of charges) {
    const refunded = sum(refundsOf.get(id) ?? []);
    if (refunded !== amount_refunded || refunded > amount) {
      problems.push(`${refunded} of ${id}'s ${amount} refunded, said to be ${amount_refunded}`);
    }
  }
  return problems;
}

function sum(parts: readonly { readonly amount: number }[]): number {
  return parts.reduce((total, { amount }) => total + amount, 0);
}
