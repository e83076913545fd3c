const text = { type: "string" };
const maybeText = { type: "string", nullable: true };
const whole = { type: "integer" };
const flag = { type: "boolean" };
const metadata = { type: "object", additionalProperties: text };

const object = (properties: object) => ({ type: "object", properties });

/** Tells the serializer that every field is there, which spares it looking. */
const complete = (properties: object) => ({
  ...object(properties),
  required: Object.keys(properties),
});

const address = complete({
  city: maybeText,
  country: maybeText,
  line1: maybeText,
  line2: maybeText,
  postal_code: maybeText,
  state: maybeText,
});

/** What cards have, and what bank accounts have: each is written with the fields that it has. */
const source = object({
  id: text,
  object: text,
  account_holder_name: maybeText,
  account_holder_type: maybeText,
  address_city: maybeText,
  address_country: maybeText,
  address_line1: maybeText,
  address_line1_check: maybeText,
  address_line2: maybeText,
  address_state: maybeText,
  address_zip: maybeText,
  address_zip_check: maybeText,
  bank_name: text,
  brand: text,
  country: maybeText,
  currency: text,
  customer: maybeText,
  cvc_check: maybeText,
  dynamic_last4: maybeText,
  exp_month: whole,
  exp_year: whole,
  fingerprint: text,
  funding: text,
  last4: text,
  metadata,
  name: maybeText,
  routing_number: text,
  status: text,
  tokenization_method: maybeText,
});

const cardDetails = complete({
  brand: text,
  checks: complete({
    address_line1_check: maybeText,
    address_postal_code_check: maybeText,
    cvc_check: maybeText,
  }),
  country: maybeText,
  exp_month: whole,
  exp_year: whole,
  fingerprint: text,
  funding: text,
  last4: text,
  network: text,
  three_d_secure: {
    ...complete({ result: text, result_reason: maybeText, version: text }),
    nullable: true,
  },
});

const bankDetails = complete({
  account_holder_type: maybeText,
  bank_name: text,
  country: text,
  fingerprint: text,
  last4: text,
  routing_number: text,
});

const outcome = complete({
  network_status: text,
  reason: maybeText,
  risk_level: text,
  risk_score: { type: "integer", nullable: true },
  rule: maybeText,
  seller_message: text,
  type: text,
});

const shipping = complete({
  address,
  carrier: maybeText,
  name: maybeText,
  phone: maybeText,
  tracking_number: maybeText,
});

/** A charge at the newest version, as one writes it for Fastify's serializer. */
export const chargeAnswer = complete({
  id: text,
  object: text,
  amount: whole,
  amount_captured: whole,
  amount_refunded: whole,
  application_fee: maybeText,
  balance_transaction: maybeText,
  billing_details: complete({ address, email: maybeText, name: maybeText, phone: maybeText }),
  calculated_statement_descriptor: maybeText,
  captured: flag,
  created: whole,
  currency: text,
  customer: maybeText,
  description: maybeText,
  dispute: maybeText,
  failure_balance_transaction: maybeText,
  failure_code: maybeText,
  failure_message: maybeText,
  fraud_details: object({ stripe_report: text, user_report: text }),
  livemode: flag,
  metadata,
  outcome: { ...outcome, nullable: true },
  paid: flag,
  payment_method_details: object({ type: text, card: cardDetails, ach_debit: bankDetails }),
  receipt_email: maybeText,
  receipt_number: maybeText,
  receipt_url: maybeText,
  refunded: flag,
  shipping: { ...shipping, nullable: true },
  source,
  statement_descriptor: maybeText,
  statement_descriptor_suffix: maybeText,
  status: text,
  transfer_group: maybeText,
});
