import { union } from "holdfast";
import { sourcesByIds } from "../domain/index.js";
import { domainContext } from "../services.js";
import { bankAccount } from "./bank-account.js";
import { card } from "./card.js";

/** What a customer pays with. */
export const paymentSource = union("payment_source", {
  description: "What a customer pays with: a card or a bank account.",
  arms: { card, bank_account: bankAccount },
})
  .by((record) => record.object)
  .loadedBy((ids, context) => sourcesByIds(context.db, domainContext(context), ids));
