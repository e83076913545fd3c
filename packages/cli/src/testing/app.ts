import {
  bootApiFrom,
  field,
  gate,
  method,
  methodAdded,
  page,
  param,
  renamedTo,
  resource,
  t,
} from "holdfast";

interface ChargeRecord {
  readonly id: string;
  readonly source: string;
}

const charge = resource("charge", {
  description: "One attempt to take money.",
  fields: {
    id: t.id("ch").describe("Unique id."),
    source: t.string().describe("What was charged."),
  },
}).from<ChargeRecord>();

const createCharge = method("charges.create", {
  route: "POST /v1/charges",
  description: "Charges a source.",
  params: { source: t.string().describe("What to charge.") },
  returns: charge,
  keys: ["secret", "publishable"],
}).execute(async ({ params }) => ({ id: "ch_1", ...params }));

const listCharges = method("charges.list", {
  route: "GET /v1/charges",
  description: "Lists charges.",
  returns: page(charge),
}).execute(async () => ({ data: [], has_more: false, total_count: async () => 0 }));

/** A charge's source had two names before: a number at first, then a card. */
export const api = bootApiFrom(
  { name: "Fixture", resources: [charge], methods: [createCharge, listCharges] },
  `
genesis: []
2013-03-03:
  - gate: charges_are_not_listed
    description: Charges can be listed.
2014-01-01:
  - gate: charge_has_number
    description: A charge's number is its {charge.source}.
    fact: [charge_card, token_card]
  - gate: charge_has_no_receipt
    description: A charge has a receipt.
    planned: true
2014-09-24: []
2015-02-18:
  - gate: charge_has_card
    description: A charge's card is its source.
    fact: charge_source
`,
  [
    gate("charges_are_not_listed", [methodAdded(listCharges)]),
    gate("charge_has_number", [
      field(charge, "number", renamedTo("card")),
      param(createCharge, "number", renamedTo("card")),
    ]),
    gate("charge_has_card", [
      field(charge, "card", renamedTo("source")),
      param(createCharge, "card", renamedTo("source")),
    ]),
  ],
);
