import type { Metadata, OwnedRecord } from "./owned.js";

/** How one detail of a card compared with what the bank knows. Null when the detail was not given. */
export type CardCheck = "pass" | "fail" | "unavailable" | "unchecked";

export type CardBrand =
  | "Visa"
  | "MasterCard"
  | "American Express"
  | "Discover"
  | "Diners Club"
  | "JCB"
  | "UnionPay"
  | "Unknown";

export type CardFunding = "credit" | "debit" | "prepaid" | "unknown";

/**
 * A payment card. The number is never here: only brand, last four digits, expiry, a fingerprint,
 * and the `behaviour` code by which the card-network simulator knows how the card acts.
 */
export interface CardRecord extends OwnedRecord {
  readonly object: "card";
  readonly address_city: string | null;
  readonly address_country: string | null;
  readonly address_line1: string | null;
  readonly address_line1_check: CardCheck | null;
  readonly address_line2: string | null;
  readonly address_state: string | null;
  readonly address_zip: string | null;
  readonly address_zip_check: CardCheck | null;
  readonly brand: CardBrand;
  readonly country: string | null;
  readonly created: number;
  /** Null while the card stands only inside a token or was charged directly. */
  readonly customer: string | null;
  readonly cvc_check: CardCheck | null;
  readonly dynamic_last4: string | null;
  readonly exp_month: number;
  readonly exp_year: number;
  readonly fingerprint: string;
  readonly funding: CardFunding;
  readonly last4: string;
  readonly metadata: Metadata;
  readonly name: string | null;
  readonly tokenization_method: string | null;
  /** How the simulator treats the card; derived from its number. Never shown. */
  readonly behaviour: string;
}
