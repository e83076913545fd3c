import type { CustomerRecord, TaxInfo } from "../records/index.js";
import { type AddressInput, addressOf, type ShippingInput, shippingOf } from "./address-input.js";
import { type MetadataChange, mergeMetadata } from "./metadata.js";

/** What a caller can say of a customer. Left out means unchanged; null unsets. */
export interface CustomerFields {
  readonly address?: AddressInput | null | undefined;
  readonly balance?: number | undefined;
  readonly description?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly invoice_prefix?: string | undefined;
  readonly metadata?: MetadataChange | undefined;
  readonly name?: string | null | undefined;
  readonly next_invoice_sequence?: number | undefined;
  readonly phone?: string | null | undefined;
  readonly preferred_locales?: readonly string[] | undefined;
  readonly shipping?: ShippingInput | null | undefined;
  readonly tax_exempt?: CustomerRecord["tax_exempt"] | undefined;
  readonly tax_info?: TaxInfo | null | undefined;
}

const PLAIN = [
  "balance",
  "description",
  "email",
  "invoice_prefix",
  "name",
  "next_invoice_sequence",
  "phone",
  "preferred_locales",
  "tax_exempt",
] as const satisfies readonly (keyof CustomerFields)[];

/** The customer with the input's fields put in. */
export function withFields(customer: CustomerRecord, input: CustomerFields): CustomerRecord {
  const plain = PLAIN.filter((name) => input[name] !== undefined);
  const { address, shipping, tax_info } = input;
  return {
    ...customer,
    ...Object.fromEntries(plain.map((name) => [name, input[name]])),
    ...(address !== undefined && { address: address && addressOf(address) }),
    ...(shipping !== undefined && { shipping: shipping && shippingOf(shipping) }),
    ...(tax_info !== undefined && {
      tax_info,
      tax_info_verification: tax_info && { status: "unverified" as const, verified_name: null },
    }),
    metadata: mergeMetadata(customer.metadata, input.metadata),
  };
}
