import { method, page, t } from "holdfast";
import * as domain from "../domain/index.js";
import { paymentErrors } from "../errors.js";
import { logic } from "../logic.js";
import { refund } from "../resources/refund.js";
import { asPage } from "./pages.js";
import { listChecks, listParams, metadata, refundParams, timeRange } from "./params.js";

const id = t.id("re").describe("Which refund.");
export const createRefund = method("refunds.create", {
  route: "POST /v1/refunds",
  description: "Gives money back, or lets an authorization go.",
  params: refundParams,
  returns: refund,
  raises: paymentErrors,
}).execute(logic((db, context, { params }) => domain.createRefund(db, context, params)));

export const retrieveRefund = method("refunds.retrieve", {
  route: "GET /v1/refunds/{refund}",
  description: "Reads a refund.",
  params: { refund: id },
  returns: refund,
  raises: paymentErrors,
}).execute(logic((db, context, { params }) => domain.retrieveRefund(db, context, params.refund)));

export const updateRefund = method("refunds.update", {
  route: "POST /v1/refunds/{refund}",
  description: "Changes a refund's metadata.",
  params: { refund: id, metadata },
  returns: refund,
  raises: paymentErrors,
}).execute(
  logic((db, context, { params: { refund: which, ...changes } }) =>
    domain.updateRefund(db, context, which, changes),
  ),
);

export const listRefunds = method("refunds.list", {
  route: "GET /v1/refunds",
  description: "Lists refunds, newest first.",
  params: {
    ...listParams,
    charge: t.string().optional().describe("Only those of this charge."),
    created: timeRange("Only those made then."),
  },
  returns: page(refund),
  raises: paymentErrors,
  asks: ["charge_shows_bank_debit_refunds"],
  checks: listChecks,
}).execute(
  logic(async (db, context, { params, gates }) => {
    const include_system =
      params.charge !== undefined || gates.has("charge_shows_bank_debit_refunds");
    return asPage(await domain.listRefunds(db, context, { ...params, include_system }), params);
  }),
);

export const createChargeRefund = method("charges.refunds.create", {
  route: "POST /v1/charges/{charge}/refunds",
  description: "Gives money of a charge back, or lets an authorization go.",
  params: refundParams,
  returns: refund,
  raises: paymentErrors,
}).execute(logic((db, context, { params }) => domain.createRefund(db, context, params)));

export const retrieveChargeRefund = method("charges.refunds.retrieve", {
  route: "GET /v1/charges/{charge}/refunds/{refund}",
  description: "Reads a refund of a charge.",
  params: { charge: refundParams.charge, refund: id },
  returns: refund,
  raises: paymentErrors,
}).execute(
  logic((db, context, { params }) =>
    domain.retrieveRefund(db, context, params.refund, params.charge),
  ),
);

export const updateChargeRefund = method("charges.refunds.update", {
  route: "POST /v1/charges/{charge}/refunds/{refund}",
  description: "Changes the metadata of a charge's refund.",
  params: { charge: refundParams.charge, refund: id, metadata },
  returns: refund,
  raises: paymentErrors,
}).execute(
  logic(async (db, context, { params: { charge: of, refund: which, ...changes } }) => {
    await domain.retrieveRefund(db, context, which, of);
    return domain.updateRefund(db, context, which, changes);
  }),
);

export const listChargeRefunds = method("charges.refunds.list", {
  route: "GET /v1/charges/{charge}/refunds",
  description: "Lists a charge's refunds, newest first.",
  params: { ...listParams, charge: refundParams.charge },
  returns: page(refund),
  raises: paymentErrors,
  asks: ["charge_shows_bank_debit_refunds"],
  checks: listChecks,
}).execute(
  logic(async (db, context, { params, gates }) => {
    await domain.retrieveCharge(db, context, params.charge);
    const include_system = gates.has("charge_shows_bank_debit_refunds");
    return asPage(await domain.listRefunds(db, context, { ...params, include_system }), params);
  }),
);
