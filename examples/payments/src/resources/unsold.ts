import { resource, t } from "holdfast";

// Customers and balance transactions show lists of these. This API does not have them yet, so
// that the lists are empty; the resources stand here for what the lists would hold.

/** All that is known of what is not sold yet. */
export interface IdRecord {
  readonly id: string;
}

/** What a customer subscribes to. */
export const subscription = resource("subscription", {
  description: "Something that a customer pays for regularly. There are none yet.",
  fields: {
    id: t.id("sub").describe("Unique id."),
    object: t.literal("subscription").describe("Says that this is a subscription."),
  },
}).from<IdRecord>();

/** A customer's number with a tax office. */
export const taxId = resource("tax_id", {
  description: "A customer's number with a tax office. There are none yet.",
  fields: {
    id: t.id("txi").describe("Unique id."),
    object: t.literal("tax_id").describe("Says that this is a tax id."),
  },
}).from<IdRecord>();

/** Money sent on. */
export const transfer = resource("transfer", {
  description: "Money sent on to another account. There are none yet.",
  fields: {
    id: t.id("tr").describe("Unique id."),
    object: t.literal("transfer").describe("Says that this is a transfer."),
  },
}).from<IdRecord>();
