const DAY = 86_400;

/** How long an authorization can be captured, in seconds. */
export const AUTHORIZATION_SECONDS = 7 * DAY;

/** How long card money takes to become available, in seconds. */
export const CARD_PENDING_SECONDS = 2 * DAY;

/** How long bank money takes to become available, in seconds. */
export const BANK_PENDING_SECONDS = 7 * DAY;

/** How long a bank debit takes to succeed or fail, in seconds: days, but moments with test data. */
export function bankDebitSeconds(livemode: boolean): number {
  return livemode ? 4 * DAY : 5;
}
