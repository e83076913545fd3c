import { z } from "zod";

const words = z.string().max(5000).nullable().optional();
const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((map) => Object.keys(map).length <= 50)
  .optional();
const address = z.strictObject({
  city: words,
  country: words,
  line1: words,
  line2: words,
  postal_code: words,
  state: words,
});
const details = z.strictObject({
  object: z.enum(["card", "bank_account"]).optional(),
  number: z.string().optional(),
  exp_month: z.coerce.number().int().optional(),
  exp_year: z.coerce.number().int().optional(),
  cvc: z.string().optional(),
  name: words,
  address_line1: words,
  address_line2: words,
  address_city: words,
  address_state: words,
  address_zip: words,
  address_country: words,
  metadata,
  account_number: z.string().optional(),
  country: z.string().optional(),
  currency: z.string().optional(),
  routing_number: z.string().optional(),
  account_holder_name: words,
  account_holder_type: z.enum(["individual", "company"]).nullable().optional(),
});

/** The params of `charges.create` at the newest version, as one writes them with Zod. */
export const zodCharge = z
  .strictObject({
    amount: z.coerce.number().int().min(1).max(99_999_999),
    currency: z.string(),
    capture: z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .default(true),
    customer: z.string().optional(),
    description: words,
    metadata,
    receipt_email: words,
    shipping: z
      .strictObject({ address, carrier: words, name: words, phone: words, tracking_number: words })
      .optional(),
    source: z.union([z.string(), details]).optional(),
    statement_descriptor: z
      .string()
      .max(5000)
      .regex(/^[^*"']*$/)
      .nullable()
      .optional(),
    statement_descriptor_suffix: words,
    transfer_group: words,
  })
  .refine(({ source, customer }) => source !== undefined || customer !== undefined);
