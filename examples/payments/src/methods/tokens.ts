import { method, t } from "holdfast";
import * as domain from "../domain/index.js";
import { paymentErrors } from "../errors.js";
import { logic } from "../logic.js";
import { token } from "../resources/token.js";
import { bankAccountParams, cardParams } from "./params.js";

export const createToken = method("tokens.create", {
  route: "POST /v1/tokens",
  description: "Puts a card or a bank account under an id that can be used once.",
  params: {
    amount: t
      .integer()
      .optional()
      .until("token_has_amount")
      .describe("What it is for, in the currency's smallest unit."),
    bank_account: t.object(bankAccountParams).optional().describe("The bank account."),
    card: t.object(cardParams).optional().describe("The card."),
    currency: t
      .string({ maxLength: 3 })
      .optional()
      .until("token_has_amount")
      .describe("The currency that it is for."),
  },
  returns: token,
  raises: paymentErrors,
  asks: ["tokens_skip_card_validation"],
  keys: ["secret", "publishable"],
  groups: { oneRequired: [["card", "bank_account"]], onlyOne: [["card", "bank_account"]] },
}).execute(
  logic((db, context, { params, gates }) =>
    domain.createToken(db, context, {
      ...params,
      check_at_use: gates.has("tokens_skip_card_validation"),
    }),
  ),
);

export const retrieveToken = method("tokens.retrieve", {
  route: "GET /v1/tokens/{token}",
  description: "Reads a token.",
  params: { token: t.id("tok").describe("Which token.") },
  returns: token,
  raises: paymentErrors,
}).execute(logic((db, context, { params }) => domain.retrieveToken(db, context, params.token)));
