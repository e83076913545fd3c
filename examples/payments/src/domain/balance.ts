import type { DomainContext } from "./context.js";
import { sumsOf } from "./ledger.js";
import type { PaymentsDatabase } from "./schema.js";

/** Money in one currency, smallest unit, and how much of it came from each kind of source. */
export interface BalanceAmount {
  readonly amount: number;
  readonly currency: string;
  readonly source_types: Readonly<Record<string, number>>;
}

/** What the account has: to hand, and on its way. */
export interface Balance {
  readonly available: readonly BalanceAmount[];
  readonly livemode: boolean;
  readonly pending: readonly BalanceAmount[];
}

/** Reads the account's balance from the ledger; an account that never moved money has none of usd. */
export async function retrieveBalance(
  db: PaymentsDatabase,
  context: DomainContext,
): Promise<Balance> {
  const sums = await sumsOf(db, context, context.now());
  const byCurrency = (part: "pending" | "available"): BalanceAmount[] => {
    const amounts = new Map<string, BalanceAmount>();
    for (const sum of sums) {
      const before = amounts.get(sum.currency);
      amounts.set(sum.currency, {
        amount: (before?.amount ?? 0) + sum[part],
        currency: sum.currency,
        source_types: { ...before?.source_types, [sum.source_type]: sum[part] },
      });
    }
    if (amounts.size === 0) return [{ amount: 0, currency: "usd", source_types: { card: 0 } }];
    return [...amounts.values()];
  };
  return {
    available: byCurrency("available"),
    livemode: context.livemode,
    pending: byCurrency("pending"),
  };
}
