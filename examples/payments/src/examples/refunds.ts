import { example } from "@holdfast/docs/samples";
import {
  createChargeRefund,
  createRefund,
  listChargeRefunds,
  listRefunds,
  retrieveChargeRefund,
  retrieveRefund,
  updateChargeRefund,
  updateRefund,
} from "../methods/refunds.js";
import { aCharge, aRefund } from "./scenes.js";

const metadata = { asked_by: "Jenny Rosen" };

export const refundExamples = [
  example(createRefund, async (scene) => ({
    charge: await aCharge(scene),
    amount: 500,
    reason: "requested_by_customer" as const,
  })),
  example(retrieveRefund, async (scene) => ({ refund: (await aRefund(scene)).refund })),
  example(updateRefund, async (scene) => ({ refund: (await aRefund(scene)).refund, metadata })),
  example(listRefunds, async (scene) => ({ charge: (await aRefund(scene)).charge, limit: 3 })),
  example(createChargeRefund, async (scene) => ({ charge: await aCharge(scene), amount: 500 })),
  example(retrieveChargeRefund, aRefund),
  example(updateChargeRefund, async (scene) => ({ ...(await aRefund(scene)), metadata })),
  example(listChargeRefunds, async (scene) => ({
    charge: (await aRefund(scene)).charge,
    limit: 3,
  })),
];
