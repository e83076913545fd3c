import { type Check, method, page, t } from "holdfast";
import * as domain from "../domain/index.js";
import { paymentErrors } from "../errors.js";
import { logic } from "../logic.js";
import { customer, customerRecord, deletedCustomer } from "../resources/customer.js";
import { asPage } from "./pages.js";
import {
  addressParams,
  listChecks,
  listParams,
  metadata,
  shippingParams,
  sourceParam,
  timeRange,
  words,
} from "./params.js";
import { sourceInput } from "./source-input.js";

const id = t.id("cus").describe("Which customer.");

const fields = {
  address: t.object(addressParams).nullable().optional().describe("Where they live."),
  balance: t
    .integer()
    .optional()
    .describe("What they owe (positive) or have in credit (negative), in the smallest unit."),
  description: t
    .string({ maxLength: 350 })
    .nullable()
    .optional()
    .describe("Your own words about them."),
  email: t.string({ maxLength: 512 }).nullable().optional().describe("E-mail address."),
  invoice_prefix: t
    .string({ pattern: /^[A-Z0-9]{3,12}$/ })
    .optional()
    .describe("How their invoices' numbers start: 3 to 12 capital letters or digits."),
  metadata,
  name: words("Full name."),
  next_invoice_sequence: t
    .integer({ min: 1 })
    .optional()
    .describe("The number that their next invoice ends with."),
  phone: words("Phone number."),
  preferred_locales: t
    .list(t.string({ maxLength: 35 }).describe("A language, as BCP 47 has it."), { maxItems: 20 })
    .optional()
    .describe("The languages that they prefer, most preferred first."),
  shipping: t.object(shippingParams).nullable().optional().describe("Where goods go."),
  source: sourceParam.optional().describe("What they pay with: a token's id, or details."),
  tax_exempt: t
    .enum({
      none: "They pay tax.",
      exempt: "They pay none.",
      reverse: "They see to the tax themselves.",
    })
    .optional()
    .describe("Whether they pay tax."),
  tax_info: t
    .object({
      type: t.enum({ vat: "Value added tax." }).describe("The kind of tax."),
      tax_id: t.string({ maxLength: 50 }).describe("Their number."),
    })
    .nullable()
    .optional()
    .until("customer_has_tax_info")
    .describe("Their number with a tax office."),
};

const emailCheck: Check<{ readonly email?: string | null }> = {
  description: "An e-mail address looks like one, or is empty.",
  test: ({ email }) =>
    email === undefined ||
    email === null ||
    email === "" ||
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ||
    "That is not an e-mail address.",
  param: "email",
};

export const createCustomer = method("customers.create", {
  route: "POST /v1/customers",
  description: "Makes a customer.",
  params: {
    id: t
      .string({ maxLength: 255, minLength: 1 })
      .optional()
      .describe("An id of your choice: letters, digits, `_` and `-`."),
    ...fields,
  },
  returns: customer,
  raises: paymentErrors,
  checks: {
    id_characters: {
      description: "An id of your choice has letters, digits, `_` and `-` only.",
      test: ({ id: chosen }) =>
        chosen === undefined ||
        /^[A-Za-z0-9_-]+$/.test(chosen) ||
        "An id may hold only letters, digits, _ and -.",
      param: "id",
    },
    email_is_valid: emailCheck,
  },
}).execute(
  logic((db, context, { params }) =>
    domain.createCustomer(db, context, { ...params, source: sourceInput(params.source) }),
  ),
);

export const retrieveCustomer = method("customers.retrieve", {
  route: "GET /v1/customers/{customer}",
  description: "Reads a customer; of one that was deleted, what is left.",
  params: { customer: id },
  returns: customerRecord,
  raises: paymentErrors,
}).execute(
  logic((db, context, { params }) => domain.retrieveCustomer(db, context, params.customer)),
);

export const updateCustomer = method("customers.update", {
  route: "POST /v1/customers/{customer}",
  description: "Changes a customer. What is left out stays as it is.",
  params: {
    customer: id,
    ...fields,
    default_source: t
      .string()
      .optional()
      .describe(
        "What is charged where a charge names nothing else: the id of one of their sources.",
      ),
  },
  returns: customer,
  raises: paymentErrors,
  checks: { email_is_valid: emailCheck },
}).execute(
  logic((db, context, { params: { customer: which, ...changes } }) =>
    domain.updateCustomer(db, context, which, { ...changes, source: sourceInput(changes.source) }),
  ),
);

export const deleteCustomer = method("customers.delete", {
  route: "DELETE /v1/customers/{customer}",
  description: "Deletes a customer and what they pay with, for good.",
  params: { customer: id },
  returns: deletedCustomer,
  raises: paymentErrors,
}).execute(logic((db, context, { params }) => domain.deleteCustomer(db, context, params.customer)));

export const listCustomers = method("customers.list", {
  route: "GET /v1/customers",
  description: "Lists customers, newest first.",
  params: {
    ...listParams,
    created: timeRange("Only those made then."),
    email: t.string().optional().describe("Only those with exactly this e-mail address."),
  },
  returns: page(customer),
  raises: paymentErrors,
  checks: listChecks,
}).execute(
  logic(async (db, context, { params }) =>
    asPage(await domain.listCustomers(db, context, params), params),
  ),
);
