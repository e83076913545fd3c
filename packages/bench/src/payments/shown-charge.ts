import { chargeAnswer } from "./fastify-answer.js";

/** What a schema says of an answer, as far as it names fields. */
interface Shown {
  readonly properties?: Readonly<Record<string, Shown>>;
}

/** The fields of a charge that callers see, for peers that write JSON without a schema. */
export function shownCharge(charge: object): object {
  return pick(charge, chargeAnswer as Shown) as object;
}

function pick(value: unknown, { properties }: Shown): unknown {
  if (!properties || typeof value !== "object" || value === null) return value;
  const from = value as Readonly<Record<string, unknown>>;
  const shown: Record<string, unknown> = {};
  for (const name in properties) {
    const inner = properties[name];
    if (inner && from[name] !== undefined) shown[name] = pick(from[name], inner);
  }
  return shown;
}
