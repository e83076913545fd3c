import type { FeeDetail } from "../records/index.js";

const DISPUTE_FEE = 1500;

function fee(amount: number, currency: string, description: string): FeeDetail {
  return { amount, application: null, currency, description, type: "stripe_fee" };
}

/** What a charge costs: 2.9 % and 30 of the smallest unit, rounded half up, in every currency. */
export function chargeFees(amount: number, currency: string): readonly FeeDetail[] {
  return [fee(Math.round((amount * 29) / 1000) + 30, currency, "Processing fee")];
}

/** What a dispute costs: 1500 of the smallest unit. */
export function disputeFees(currency: string): readonly FeeDetail[] {
  return [fee(DISPUTE_FEE, currency, "Dispute fee")];
}

/** The sum of the fees. */
export function totalFee(fees: readonly FeeDetail[]): number {
  return fees.reduce((sum, { amount }) => sum + amount, 0);
}
