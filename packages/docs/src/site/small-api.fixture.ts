import {
  type Api,
  bootApiFrom,
  field,
  gate,
  method,
  methodRemoved,
  param,
  renamedTo,
  resource,
  t,
} from "holdfast";

const text = t.string().describe("A text.");

const charge = resource("charge", {
  description: "One attempt to take money.",
  fields: { id: text, source: t.string().describe("What was charged.") },
}).from<{ readonly id: string; readonly source: string }>();

const createCharge = method("charges.create", {
  route: "POST /v1/charges",
  description: "Charges a source.",
  params: { source: t.string().describe("What to charge.") },
  returns: charge,
}).execute(async ({ params }) => ({ id: "ch_1", ...params }));

const voidCharge = method("charges.void", {
  route: "POST /v1/charges/void",
  description: "Voids a charge.",
  returns: charge,
  until: "charges_can_be_voided",
}).execute(async () => ({ id: "ch_1", source: "a" }));

/** An API with a name that changed, a method that went, a version that is deprecated, and a draft. */
export function smallApi(): Api {
  return bootApiFrom(
    { name: "Small & <odd>", resources: [charge], methods: [createCharge, voidCharge] },
    `
genesis: []
2014-09-24:
  - gate: charges_can_be_voided
    description: Charges are refunded, and no longer voided.
2015-02-18:
  - gate: charge_has_card
    description: A charge's card is its source.
next:
  - gate: charge_has_label
    description: A charge's label is its id.
`,
    [
      gate("charges_can_be_voided", [methodRemoved(voidCharge)]),
      gate("charge_has_card", [
        field(charge, "card", renamedTo("source")),
        param(createCharge, "card", renamedTo("source")),
      ]),
      gate("charge_has_label", [field(charge, "label", renamedTo("id"))]),
    ],
  );
}
