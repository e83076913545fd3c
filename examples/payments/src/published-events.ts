import { event } from "holdfast";
import { charge } from "./resources/charge.js";
import { customer } from "./resources/customer.js";
import { dispute } from "./resources/dispute.js";
import { paymentSource } from "./resources/payment-source.js";
import { refund } from "./resources/refund.js";

export const customerSourceCreated = event("customer.source.created", {
  description: "A customer has a new card or bank account.",
  object: paymentSource,
});

export const customerSourceUpdated = event("customer.source.updated", {
  description: "A customer's card or bank account changed.",
  object: paymentSource,
});

export const customerSourceDeleted = event("customer.source.deleted", {
  description: "A customer's card or bank account is gone.",
  object: paymentSource,
});

/** Everything that the payments API tells of. */
export const events = [
  event("charge.succeeded", { description: "A charge took or authorized money.", object: charge }),
  event("charge.pending", { description: "A bank was asked for money.", object: charge }),
  event("charge.failed", { description: "A charge failed.", object: charge }),
  event("charge.captured", { description: "An authorized charge was captured.", object: charge }),
  event("charge.updated", { description: "A charge changed.", object: charge }),
  event("charge.refunded", { description: "Money of a charge was given back.", object: charge }),
  event("charge.expired", { description: "An authorization lapsed.", object: charge }),
  event("charge.dispute.created", { description: "A charge is disputed.", object: dispute }),
  event("charge.dispute.funds_withdrawn", {
    description: "The money of a disputed charge was taken from your balance.",
    object: dispute,
  }),
  event("refund.created", { description: "Money is given back.", object: refund }),
  event("refund.updated", { description: "A refund changed.", object: refund }),
  event("customer.created", { description: "There is a new customer.", object: customer }),
  event("customer.updated", { description: "A customer changed.", object: customer }),
  event("customer.deleted", { description: "A customer is gone.", object: customer }),
  customerSourceCreated,
  customerSourceUpdated,
  customerSourceDeleted,
];
