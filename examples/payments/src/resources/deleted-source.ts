import { resource, t } from "holdfast";
import type { SourceRecord } from "../records/index.js";

/** What is left of a card or bank account that was deleted. */
export const deletedSource = resource("deleted_source", {
  description: "What is left of a card or bank account that was deleted.",
  fields: {
    id: t.id("card").describe("The id that it had."),
    object: t.enum({ card: "A card.", bank_account: "A bank account." }).describe("What it was."),
    deleted: t.literal(true).describe("Says that it was deleted."),
  },
}).from<SourceRecord>();
