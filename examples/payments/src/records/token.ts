import type { BankAccountRecord } from "./bank-account.js";
import type { CardRecord } from "./card.js";
import type { OwnedRecord } from "./owned.js";

/** A card or bank account under a name that may be used once. */
export interface TokenRecord extends OwnedRecord {
  readonly object: "token";
  /** Smallest currency unit. Only versions before 2012-06-18 show it. */
  readonly amount: number | null;
  readonly bank_account: BankAccountRecord | null;
  readonly card: CardRecord | null;
  readonly client_ip: string | null;
  readonly created: number;
  /** Only versions before 2012-06-18 show it. */
  readonly currency: string | null;
  readonly type: "card" | "bank_account";
  readonly used: boolean;
}
