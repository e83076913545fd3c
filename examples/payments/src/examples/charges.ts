import { example } from "@holdfast/docs/samples";
import {
  captureCharge,
  createCharge,
  listCharges,
  refundCharge,
  retrieveCharge,
  updateCharge,
} from "../methods/charges.js";
import { createCustomer } from "../methods/customers.js";
import { aCharge } from "./scenes.js";

export const chargeExamples = [
  example(createCharge, {
    amount: 2000,
    currency: "usd",
    source: "tok_visa",
    description: "Order 6735",
    metadata: { order_id: "6735" },
    statement_descriptor_suffix: "ORDER 6735",
  }),
  example(retrieveCharge, async (scene) => ({ charge: await aCharge(scene) })),
  example(updateCharge, async (scene) => ({
    charge: await aCharge(scene),
    description: "Order 6735, two cups",
    metadata: { order_id: "6735", cups: "2" },
  })),
  example(listCharges, async (scene) => {
    await aCharge(scene, "tok_riskLevelElevated");
    await aCharge(scene);
    return { limit: 2 };
  }),
  example(captureCharge, async (scene) => {
    const { id: customer } = await scene.call(createCustomer, { source: "tok_visa" });
    const held = { amount: 2000, currency: "usd", customer, capture: false };
    const { id: charge } = await scene.call(createCharge, held);
    return { charge, amount: 1500 };
  }),
  example(refundCharge, async (scene) => ({ charge: await aCharge(scene), amount: 500 })),
];
