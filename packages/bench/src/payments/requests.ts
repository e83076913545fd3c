const common = [
  "amount=2000",
  "currency=usd",
  "description=A+box+of+tea",
  "metadata[order]=6735",
  "metadata[channel]=web",
  "receipt_email=jenny%40example.com",
  "shipping[name]=Jenny+Rosen",
  "shipping[address][line1]=Torstra%C3%9Fe+1",
  "shipping[address][city]=Berlin",
  "shipping[address][country]=DE",
];

/** The form of a charge, with what the card was called at a version. */
export function chargeForm(cardParam: "card" | "source"): string {
  return [...common, `${cardParam}=tok_visa`].join("&");
}

/** Throws unless the text is a charge that shows its card where it should. */
export function checkCharge(text: string, cardField: "card" | "source"): void {
  const charge = JSON.parse(text);
  const shown = charge[cardField]?.last4 === "4242" && charge.metadata?.order === "6735";
  const other = cardField === "card" ? "source" : "card";
  if (charge.object !== "charge" || charge.amount !== 2000 || !shown || other in charge) {
    throw new Error(`The answer is no charge with a ${cardField}: ${text}`);
  }
}

/** The type of every value of a JSON text, to compare two answers by. */
export function shapeOf(text: string): string {
  return JSON.stringify(typesOf(JSON.parse(text)));
}

function typesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typesOf);
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, typesOf(inner)]);
}
