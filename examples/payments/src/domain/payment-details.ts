import type {
  BillingDetails,
  PaymentMethodDetails,
  SourceRecord,
  ThreeDSecure,
} from "../records/index.js";

const NETWORKS: Readonly<Record<string, string>> = {
  Visa: "visa",
  MasterCard: "mastercard",
  "American Express": "amex",
  Discover: "discover",
  "Diners Club": "diners",
  JCB: "jcb",
  UnionPay: "unionpay",
};

/** How a charge was paid, read off the source that paid. */
export function paymentMethodDetails(
  source: SourceRecord,
  threeDSecure: ThreeDSecure | null,
): PaymentMethodDetails {
  const { fingerprint, last4 } = source;
  if (source.object === "bank_account") {
    const { account_holder_type, bank_name, country, routing_number } = source;
    const account = { account_holder_type, bank_name, country, routing_number };
    return { type: "ach_debit", ach_debit: { ...account, fingerprint, last4 } };
  }
  const brand = NETWORKS[source.brand] ?? "unknown";
  return {
    type: "card",
    card: {
      brand,
      checks: {
        address_line1_check: source.address_line1_check,
        address_postal_code_check: source.address_zip_check,
        cvc_check: source.cvc_check,
      },
      country: source.country,
      exp_month: source.exp_month,
      exp_year: source.exp_year,
      fingerprint,
      funding: source.funding,
      last4,
      network: brand,
      three_d_secure: threeDSecure,
    },
  };
}

/** Who pays, read off the source. */
export function billingDetails(source: SourceRecord): BillingDetails {
  const card = source.object === "card" ? source : null;
  return {
    address: {
      city: card?.address_city ?? null,
      country: card?.address_country ?? null,
      line1: card?.address_line1 ?? null,
      line2: card?.address_line2 ?? null,
      postal_code: card?.address_zip ?? null,
      state: card?.address_state ?? null,
    },
    email: null,
    name: source.object === "card" ? source.name : source.account_holder_name,
    phone: null,
  };
}
