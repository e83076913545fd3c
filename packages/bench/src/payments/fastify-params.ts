const words = { type: "string", nullable: true, maxLength: 5000 };
const whole = { type: "integer" };
const text = { type: "string" };

const closed = (properties: object, required: readonly string[] = []) => ({
  type: "object",
  additionalProperties: false,
  properties,
  required,
});

const metadata = {
  type: "object",
  maxProperties: 50,
  propertyNames: { maxLength: 40 },
  additionalProperties: { type: "string", maxLength: 500 },
};

const address = closed({
  city: words,
  country: words,
  line1: words,
  line2: words,
  postal_code: words,
  state: words,
});

const details = closed({
  object: { enum: ["card", "bank_account"] },
  number: text,
  exp_month: whole,
  exp_year: whole,
  cvc: text,
  name: words,
  address_line1: words,
  address_line2: words,
  address_city: words,
  address_state: words,
  address_zip: words,
  address_country: words,
  metadata,
  account_number: text,
  country: text,
  currency: text,
  routing_number: text,
  account_holder_name: words,
  account_holder_type: { enum: ["individual", "company", null] },
});

/** The params of `charges.create` at the newest version, as one writes them for Fastify. */
export const chargeParams = {
  ...closed(
    {
      amount: { type: "integer", minimum: 1, maximum: 99_999_999 },
      currency: text,
      capture: { type: "boolean", default: true },
      customer: text,
      description: words,
      metadata,
      receipt_email: words,
      shipping: closed(
        { address, carrier: words, name: words, phone: words, tracking_number: words },
        ["address"],
      ),
      source: { anyOf: [text, details] },
      statement_descriptor: { ...words, pattern: "^[^*\"']*$" },
      statement_descriptor_suffix: words,
      transfer_group: words,
    },
    ["amount", "currency"],
  ),
  anyOf: [{ required: ["source"] }, { required: ["customer"] }],
};
