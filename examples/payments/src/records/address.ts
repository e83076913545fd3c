/** A postal address as given; nothing is checked against the real world. */
export interface Address {
  readonly city: string | null;
  /** Two-letter country code (ISO 3166-1). */
  readonly country: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly postal_code: string | null;
  readonly state: string | null;
}

/** Where goods go, and who brings them. */
export interface Shipping {
  readonly address: Address;
  readonly carrier: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly tracking_number: string | null;
}
