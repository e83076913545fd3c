import type { Address, Shipping } from "../records/index.js";

/** An address as a caller sends it; what is left out is null. */
export type AddressInput = { readonly [K in keyof Address]?: Address[K] | undefined };

/** Shipping as a caller sends it; what is left out is null. */
export interface ShippingInput extends Partial<Omit<Shipping, "address">> {
  readonly address: AddressInput;
}

export function addressOf(input: AddressInput): Address {
  return {
    city: input.city ?? null,
    country: input.country ?? null,
    line1: input.line1 ?? null,
    line2: input.line2 ?? null,
    postal_code: input.postal_code ?? null,
    state: input.state ?? null,
  };
}

export function shippingOf(input: ShippingInput): Shipping {
  return {
    address: addressOf(input.address),
    carrier: input.carrier ?? null,
    name: input.name ?? null,
    phone: input.phone ?? null,
    tracking_number: input.tracking_number ?? null,
  };
}
