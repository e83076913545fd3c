import type { Address, Shipping } from "./address.js";
import type { Metadata, OwnedRecord } from "./owned.js";

export interface TaxInfo {
  readonly type: "vat";
  readonly tax_id: string;
}

export interface TaxInfoVerification {
  readonly status: "pending" | "verified" | "unverified" | "unavailable";
  readonly verified_name: string | null;
}

/** Someone who pays. */
export interface CustomerRecord extends OwnedRecord {
  readonly address: Address | null;
  /** Smallest currency unit; negative is credit. Older versions call it `account_balance`. */
  readonly balance: number;
  readonly created: number;
  readonly currency: string | null;
  readonly default_source: string | null;
  /** Gone: only the id is shown. */
  readonly deleted: boolean;
  readonly delinquent: boolean;
  readonly description: string | null;
  readonly discount: null;
  readonly email: string | null;
  readonly invoice_prefix: string;
  readonly metadata: Metadata;
  readonly name: string | null;
  readonly next_invoice_sequence: number;
  readonly phone: string | null;
  readonly preferred_locales: readonly string[];
  readonly shipping: Shipping | null;
  readonly tax_exempt: "none" | "exempt" | "reverse";
  /** Only older versions show it; `business_vat_id` is its `tax_id`. */
  readonly tax_info: TaxInfo | null;
  readonly tax_info_verification: TaxInfoVerification | null;
}
