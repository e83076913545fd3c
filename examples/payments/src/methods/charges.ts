import { type Check, type Gates, method, page, t } from "holdfast";
import * as domain from "../domain/index.js";
import { paymentErrors } from "../errors.js";
import { logic } from "../logic.js";
import { charge } from "../resources/charge.js";
import { commaSeparated } from "../types/comma-separated.js";
import { asPage } from "./pages.js";
import {
  listChecks,
  listParams,
  metadata,
  refundParams,
  shippingParams,
  sourceParam,
  timeRange,
  words,
} from "./params.js";
import { sourceInput } from "./source-input.js";

const id = t.id("ch").describe("Which charge.");

const descriptor = words("Your words for the cardholder's statement, at most 22 characters.");
const suffix = words("Your words for the end of a card's statement line, at most 22 characters.");

/** What a statement may not contain today. */
const descriptorCheck: Check<{ readonly statement_descriptor?: string | null }> = {
  description: "A statement descriptor has no asterisk and no quotation marks.",
  test: ({ statement_descriptor }) =>
    !/[*"']/.test(statement_descriptor ?? "") ||
    "A statement descriptor may not contain *, \" or '.",
  param: "statement_descriptor",
};

/** What a caller's statement descriptor does to the account's own. */
const descriptorGates = ["appends_statement_descriptor", "charge_descriptor_is_full_text"] as const;

function descriptorMode(gates: Gates<(typeof descriptorGates)[number]>): domain.DescriptorMode {
  if (gates.has("appends_statement_descriptor")) return "appended";
  return gates.has("charge_descriptor_is_full_text") ? "full" : "prefixed";
}

export const createCharge = method("charges.create", {
  route: "POST /v1/charges",
  description: "Charges a card or a bank account.",
  params: {
    amount: t
      .integer({ min: 1, max: 99_999_999 })
      .describe("How much, in the currency's smallest unit; 50 is the least, in any currency."),
    currency: t
      .string({ maxLength: 3 })
      .describe("Three-letter ISO 4217 code. A bank account is charged in `usd` only."),
    capture: t
      .boolean()
      .default(true)
      .describe(
        "Whether to take the money now; false only authorizes, for seven days. Only a card can be authorized.",
      ),
    customer: t.string().optional().describe("Who to charge: a customer's id."),
    description: words("Your own words about it."),
    metadata,
    receipt_email: words("Where a receipt goes."),
    shipping: t.object(shippingParams).optional().describe("Where the goods go."),
    source: sourceParam
      .optional()
      .describe(
        "What to charge: a token's id, details, or the id of one of the customer's sources.",
      ),
    statement_descriptor: descriptor,
    statement_descriptor_suffix: suffix,
    transfer_group: words("What it belongs to, in your own words."),
  },
  returns: charge,
  raises: paymentErrors,
  asks: descriptorGates,
  groups: { oneRequired: [["source", "customer"]] },
  checks: { descriptor_characters: descriptorCheck },
}).execute(
  logic(async (db, context, { params, gates }) =>
    domain.createCharge(db, context, {
      ...params,
      source: sourceInput(params.source),
      descriptor_mode: descriptorMode(gates),
    }),
  ),
);

export const retrieveCharge = method("charges.retrieve", {
  route: "GET /v1/charges/{charge}",
  description: "Reads a charge.",
  params: { charge: id },
  returns: charge,
  raises: paymentErrors,
}).execute(logic((db, context, { params }) => domain.retrieveCharge(db, context, params.charge)));

export const updateCharge = method("charges.update", {
  route: "POST /v1/charges/{charge}",
  description: "Changes what can be changed about a charge. What is left out stays as it is.",
  params: {
    charge: id,
    customer: t.string().optional().describe("Who was charged, where that is not known yet."),
    description: words("Your own words about it."),
    fraud_details: t
      .object({
        user_report: t
          .enum({ safe: "It is no fraud.", fraudulent: "It is a fraud." })
          .describe("What you think."),
      })
      .optional()
      .describe("Whether it is a fraud."),
    metadata,
    receipt_email: words("Where a receipt goes."),
    shipping: t.object(shippingParams).nullable().optional().describe("Where the goods go."),
    transfer_group: words("What it belongs to, in your own words."),
  },
  returns: charge,
  raises: paymentErrors,
}).execute(
  logic((db, context, { params: { charge: which, ...changes } }) =>
    domain.updateCharge(db, context, which, changes),
  ),
);

export const listCharges = method("charges.list", {
  route: "GET /v1/charges",
  description: "Lists charges, newest first.",
  params: {
    ...listParams,
    created: timeRange("Only those made then."),
    customer: t.string().optional().describe("Only those of this customer."),
    ids: commaSeparated.optional().describe("Only these, by id: `ch_1,ch_2`."),
    source: t
      .object({
        object: t
          .enum({ all: "Everything.", card: "Cards.", bank_account: "Bank accounts." })
          .describe("What was charged."),
      })
      .optional()
      .describe("Only those of one kind of source."),
    transfer_group: t.string().optional().describe("Only those that belong to this."),
  },
  returns: page(charge),
  raises: paymentErrors,
  checks: {
    ...listChecks,
    offset_needs_source: {
      description: "`offset` is taken only with a filter on the source.",
      test: ({ offset, source }) =>
        offset === undefined ||
        source !== undefined ||
        "offset is taken only together with source.",
      param: "offset",
    },
  },
}).execute(
  logic(async (db, context, { params }) =>
    asPage(await domain.listCharges(db, context, params), params),
  ),
);

export const captureCharge = method("charges.capture", {
  route: "POST /v1/charges/{charge}/capture",
  description: "Takes the money of a charge that was only authorized.",
  params: {
    charge: id,
    amount: t
      .integer({ min: 1 })
      .optional()
      .describe("How much to take; all of it unless given. The rest is let go."),
    receipt_email: words("Where a receipt goes."),
    statement_descriptor: descriptor,
    statement_descriptor_suffix: suffix,
    transfer_group: words("What it belongs to, in your own words."),
  },
  returns: charge,
  raises: paymentErrors,
  asks: descriptorGates,
  checks: { descriptor_characters: descriptorCheck },
}).execute(
  logic((db, context, { params: { charge: which, ...input }, gates }) =>
    domain.captureCharge(db, context, which, { ...input, descriptor_mode: descriptorMode(gates) }),
  ),
);

export const refundCharge = method("charges.refund", {
  route: "POST /v1/charges/{charge}/refund",
  description: "Refunds a charge and returns the charge. Refunds of their own took its place.",
  params: refundParams,
  returns: charge,
  raises: paymentErrors,
}).execute(
  logic(async (db, context, { params }) => {
    await domain.createRefund(db, context, params);
    return domain.retrieveCharge(db, context, params.charge);
  }),
);
