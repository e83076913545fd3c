import { errorExample } from "@holdfast/docs/samples";
import { cardDeclined, propertyForbidden, requestInvalid, resourceMissing } from "../errors.js";
import { createCharge, listCharges, retrieveCharge } from "../methods/charges.js";

export const errorExamples = [
  errorExample(cardDeclined, createCharge, {
    amount: 2000,
    currency: "usd",
    source: "tok_chargeDeclinedInsufficientFunds",
  }),
  errorExample(resourceMissing, retrieveCharge, { charge: "ch_nothing" }),
  errorExample(requestInvalid, createCharge, { amount: 20, currency: "usd", source: "tok_visa" }),
  errorExample(propertyForbidden, listCharges, { include: ["total_count"] }),
];
