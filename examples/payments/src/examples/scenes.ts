import type { Scene } from "@holdfast/docs/samples";
import { createCharge } from "../methods/charges.js";
import { createCustomer } from "../methods/customers.js";
import { createRefund } from "../methods/refunds.js";

/** The id of a charge of $20. */
export async function aCharge(scene: Scene, source = "tok_visa"): Promise<string> {
  const charge = { amount: 2000, currency: "usd", source, description: "Order 6735" };
  return (await scene.call(createCharge, charge)).id;
}

/** The id of a customer who pays with a card. */
export async function aCustomer(scene: Scene): Promise<string> {
  const customer = {
    name: "Jenny Rosen",
    email: "jenny.rosen@example.com",
    source: "tok_visa",
  };
  return (await scene.call(createCustomer, customer)).id;
}

/** A refund of a charge, by their ids. */
export async function aRefund(scene: Scene): Promise<{ charge: string; refund: string }> {
  const charge = await aCharge(scene);
  const { id: refund } = await scene.call(createRefund, { charge, amount: 500 });
  return { charge, refund };
}

/** The details of a bank account whose debits succeed. */
export const bankAccount = {
  object: "bank_account",
  account_number: "000123456789",
  routing_number: "110000000",
  country: "US",
  currency: "usd",
  account_holder_name: "Jenny Rosen",
  account_holder_type: "individual",
} as const;

/** The details of a card that can be charged. */
export const card = {
  object: "card",
  number: "4242424242424242",
  exp_month: 8,
  exp_year: 2030,
  cvc: "314",
} as const;
