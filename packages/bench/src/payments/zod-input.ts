import type { CreateChargeInput } from "@holdfast/example-payments/domain/index";
import { Refusal } from "./charge-work.js";
import { nullEmpty, parseNestedForm } from "./form.js";
import { zodCharge } from "./zod-params.js";

/** Decodes and validates the form of a charge with Zod. */
export function zodInput(form: string): CreateChargeInput {
  const parsed = zodCharge.safeParse(nullEmpty(parseNestedForm(form)));
  if (!parsed.success) throw new Refusal(400, parsed.error.issues[0]?.message ?? "It is invalid.");
  return parsed.data as CreateChargeInput;
}
