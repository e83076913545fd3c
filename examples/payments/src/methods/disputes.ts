import { method, page, t } from "holdfast";
import * as domain from "../domain/index.js";
import { paymentErrors } from "../errors.js";
import { logic } from "../logic.js";
import { dispute } from "../resources/dispute.js";
import { asPage } from "./pages.js";
import { listChecks, listParams, timeRange } from "./params.js";

export const retrieveDispute = method("disputes.retrieve", {
  route: "GET /v1/disputes/{dispute}",
  description: "Reads a dispute.",
  params: { dispute: t.id("dp").describe("Which dispute.") },
  returns: dispute,
  raises: paymentErrors,
}).execute(logic((db, context, { params }) => domain.retrieveDispute(db, context, params.dispute)));

export const listDisputes = method("disputes.list", {
  route: "GET /v1/disputes",
  description: "Lists disputes, newest first.",
  params: {
    ...listParams,
    charge: t.string().optional().describe("Only those about this charge."),
    created: timeRange("Only those made then."),
  },
  returns: page(dispute),
  raises: paymentErrors,
  checks: listChecks,
}).execute(
  logic(async (db, context, { params }) =>
    asPage(await domain.listDisputes(db, context, params), params),
  ),
);
