import type { CardRecord } from "../../records/index.js";
import type { DomainContext } from "../context.js";
import { behaviourOf } from "./behaviours.js";
import { makeCard } from "./make-card.js";
import { TEST_TOKENS } from "./test-cards.js";

/** A new card for a token of the simulator (`tok_visa`); undefined for any other name. */
export function cardOfTestToken(context: DomainContext, token: string): CardRecord | undefined {
  const number = TEST_TOKENS.get(token);
  if (number === undefined) return undefined;
  const today = new Date(context.now() * 1000);
  const card = makeCard(
    context,
    {
      number,
      exp_month: today.getUTCMonth() + 1,
      exp_year: today.getUTCFullYear() + 1,
      cvc: "123",
    },
    { at: "source" },
  );
  const { line1, zip } = behaviourOf(card.behaviour);
  // A check needs something to check: the tokens whose point is the address come with one.
  return {
    ...card,
    ...(line1 && { address_line1: "1 Test Street", address_line1_check: "unchecked" as const }),
    ...(zip && { address_zip: "00000", address_zip_check: "unchecked" as const }),
  };
}
