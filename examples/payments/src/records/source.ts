import type { BankAccountRecord } from "./bank-account.js";
import type { CardRecord } from "./card.js";

/** What can be charged, told apart by `object`. */
export type SourceRecord = CardRecord | BankAccountRecord;
