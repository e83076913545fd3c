import { method, t } from "holdfast";
import * as domain from "../domain/index.js";
import { paymentErrors } from "../errors.js";
import { logic } from "../logic.js";
import { bankAccount } from "../resources/bank-account.js";
import { card } from "../resources/card.js";
import { paymentSource } from "../resources/payment-source.js";
import { sourceMethods } from "./source-methods.js";

export const sources = sourceMethods({
  path: "sources",
  one: "card or bank account",
  many: "cards and bank accounts",
  resource: paymentSource,
});

export const cards = sourceMethods({
  path: "cards",
  one: "card",
  many: "cards",
  resource: card,
  object: "card",
});

export const bankAccounts = sourceMethods({
  path: "bank_accounts",
  one: "bank account",
  many: "bank accounts",
  resource: bankAccount,
  object: "bank_account",
});

const verifyParams = {
  customer: t.id("cus").describe("Whose."),
  id: t.string().describe("Which bank account."),
  amounts: t
    .list(t.integer().describe("An amount, in the smallest unit."), { maxItems: 2 })
    .describe("The two small amounts that came in on it."),
};

export const verifySource = method("customers.sources.verify", {
  route: "POST /v1/customers/{customer}/sources/{id}/verify",
  description: "Proves that a bank account is the customer's.",
  params: verifyParams,
  returns: bankAccount,
  raises: paymentErrors,
}).execute(
  logic((db, context, { params }) =>
    domain.verifyBankAccount(db, context, params.customer, params.id, params.amounts),
  ),
);

export const verifyBankAccount = method("customers.bank_accounts.verify", {
  route: "POST /v1/customers/{customer}/bank_accounts/{id}/verify",
  description: "Proves that a bank account is the customer's.",
  params: verifyParams,
  returns: bankAccount,
  raises: paymentErrors,
}).execute(
  logic((db, context, { params }) =>
    domain.verifyBankAccount(db, context, params.customer, params.id, params.amounts),
  ),
);
