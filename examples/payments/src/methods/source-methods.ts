import { method, page, type Resource, t } from "holdfast";
import * as domain from "../domain/index.js";
import { asApiError, paymentErrors } from "../errors.js";
import { logic } from "../logic.js";
import type { SourceRecord } from "../records/index.js";
import { deletedSource } from "../resources/deleted-source.js";
import { asPage } from "./pages.js";
import { listChecks, listParams, metadata, sourceParam, words } from "./params.js";
import { sourceInput } from "./source-input.js";

/** One of the paths under which a customer's sources can be reached. */
interface SourcePath<R extends SourceRecord> {
  /** The last part of the path: `sources`, `cards`. */
  readonly path: string;
  /** What one is called, in sentences. */
  readonly one: string;
  /** What several are called. */
  readonly many: string;
  readonly resource: Resource<R>;
  /** The only kind that the path shows; all, if left out. */
  readonly object?: SourceRecord["object"];
}

const customer = t.id("cus").describe("Whose.");

/** The methods of one path: the domain sees to it that only the path's kind goes through. */
export function sourceMethods<R extends SourceRecord>({
  path,
  one,
  many,
  resource,
  object,
}: SourcePath<R>) {
  const id = t.string().describe(`Which ${one}.`);
  const create = method(`customers.${path}.create`, {
    route: `POST /v1/customers/{customer}/${path}`,
    description: `Adds a ${one} to a customer.`,
    params: { customer, source: sourceParam, metadata },
    returns: resource,
    raises: paymentErrors,
    asks: ["source_hash_missing_param_is_402"],
  }).execute(
    logic(async (db, context, { params, gates }) => {
      const source = sourceInput(params.source);
      const { metadata: words } = params;
      const missingStatus = gates.has("source_hash_missing_param_is_402") ? 402 : 400;
      try {
        const made = { source, metadata: words };
        return (await domain.createSource(db, context, params.customer, made)) as R;
      } catch (problem) {
        throw asApiError(problem, missingStatus);
      }
    }),
  );
  const retrieve = method(`customers.${path}.retrieve`, {
    route: `GET /v1/customers/{customer}/${path}/{id}`,
    description: `Reads a ${one} of a customer.`,
    params: { customer, id },
    returns: resource,
    raises: paymentErrors,
  }).execute(
    logic(
      async (db, context, { params }) =>
        (await domain.retrieveSource(db, context, params.customer, params.id, object)) as R,
    ),
  );
  const update = method(`customers.${path}.update`, {
    route: `POST /v1/customers/{customer}/${path}/{id}`,
    description: `Changes a ${one} of a customer. What is left out stays as it is.`,
    params: {
      customer,
      id,
      account_holder_name: words("Who holds the bank account."),
      account_holder_type: t
        .enum({ individual: "A person.", company: "A company." })
        .nullable()
        .optional()
        .describe("What kind of holder it is."),
      address_city: words("City of the billing address."),
      address_country: words("Country of the billing address."),
      address_line1: words("Street and number of the billing address."),
      address_line2: words("Flat or floor of the billing address."),
      address_state: words("State of the billing address."),
      address_zip: words("Postal code of the billing address."),
      exp_month: t.integer({ min: 1, max: 12 }).optional().describe("Month of expiry."),
      exp_year: t
        .integer({ min: 1970, max: 2100 })
        .optional()
        .describe("Year of expiry, four digits."),
      metadata,
      name: words("The cardholder's name."),
    },
    returns: resource,
    raises: paymentErrors,
  }).execute(
    logic(async (db, context, { params: { customer: of, id: which, ...changes } }) => {
      return (await domain.updateSource(db, context, of, which, changes, object)) as R;
    }),
  );
  const remove = method(`customers.${path}.delete`, {
    route: `DELETE /v1/customers/{customer}/${path}/{id}`,
    description: `Deletes a ${one} of a customer, for good.`,
    params: { customer, id },
    returns: deletedSource,
    raises: paymentErrors,
  }).execute(
    logic((db, context, { params }) =>
      domain.deleteSource(db, context, params.customer, params.id, object),
    ),
  );
  const list = method(`customers.${path}.list`, {
    route: `GET /v1/customers/{customer}/${path}`,
    description: `Lists a customer's ${many}, newest first.`,
    params: {
      ...listParams,
      customer,
      object: t
        .enum({ card: "Cards.", bank_account: "Bank accounts." })
        .optional()
        .describe("Only those of one kind."),
    },
    returns: page(resource),
    raises: paymentErrors,
    checks: listChecks,
  }).execute(
    logic(async (db, context, { params: { customer: of, ...filters } }) => {
      const kind = object ?? filters.object;
      const found = await domain.listSources(db, context, of, { ...filters, object: kind });
      return asPage(found as domain.Page<R>, filters);
    }),
  );
  return { create, retrieve, update, remove, list, all: [create, retrieve, update, remove, list] };
}
