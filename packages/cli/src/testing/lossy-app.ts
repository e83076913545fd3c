import { bootApiFrom, byHand, field, gate, method, resource, t, wasOfType } from "holdfast";

const charge = resource("charge", {
  description: "One attempt to take money.",
  fields: { card: t.string().nullable().describe("What was charged, by id.") },
}).from<{ readonly card: string | null }>();

const readCharge = method("charges.retrieve", {
  route: "GET /v1/charge",
  description: "Reads the charge.",
  returns: charge,
}).execute(async () => ({ card: null }));

/** An API whose gate forgets that there may be no card. */
export const api = bootApiFrom(
  { name: "Lossy", resources: [charge], methods: [readCharge] },
  `
genesis: []
2015-02-18:
  - gate: charge_has_card
    description: A charge's card is its id.
`,
  [
    gate("charge_has_card", [
      field(
        charge,
        "card",
        wasOfType(
          t.integer().describe("The card's number."),
          byHand({ down: (card: string) => Number.parseInt(card, 10), samples: [["7", 7]] }),
        ),
      ),
    ]),
  ],
);
