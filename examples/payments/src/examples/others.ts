import { example, type Scene } from "@holdfast/docs/samples";
import {
  listBalanceHistory,
  listBalanceTransactions,
  retrieveBalance,
  retrieveBalanceHistory,
  retrieveBalanceTransaction,
} from "../methods/balance.js";
import { retrieveCharge } from "../methods/charges.js";
import { listDisputes, retrieveDispute } from "../methods/disputes.js";
import { listEvents, retrieveEvent } from "../methods/events.js";
import { createToken, retrieveToken } from "../methods/tokens.js";
import { aCharge, card } from "./scenes.js";

/** The movement of the balance that a charge made. */
async function aMovement(scene: Scene): Promise<{ readonly id: string }> {
  const charge = await aCharge(scene);
  const made = await scene.call<unknown, { balance_transaction: string }>(retrieveCharge, {
    charge,
  });
  return { id: made.balance_transaction };
}

/** A charge whose card's holder disputes it, and the dispute. */
async function aDispute(scene: Scene): Promise<{ charge: string; dispute: string }> {
  const charge = await aCharge(scene, "tok_createDispute");
  const { dispute } = await scene.call<unknown, { dispute: string }>(retrieveCharge, { charge });
  return { charge, dispute };
}

const { object: _kind, ...details } = card;

export const balanceExamples = [
  example(retrieveBalance, async (scene) => {
    await aCharge(scene);
    return {};
  }),
  example(listBalanceTransactions, async (scene) => {
    await aMovement(scene);
    return { limit: 3 };
  }),
  example(retrieveBalanceTransaction, aMovement),
  example(listBalanceHistory, async (scene) => {
    await aMovement(scene);
    return { limit: 3 };
  }),
  example(retrieveBalanceHistory, aMovement),
];

export const disputeExamples = [
  example(retrieveDispute, async (scene) => ({ dispute: (await aDispute(scene)).dispute })),
  example(listDisputes, async (scene) => {
    await aDispute(scene);
    return { limit: 3 };
  }),
];

export const tokenExamples = [
  example(createToken, { card: details }),
  example(retrieveToken, async (scene) => {
    const { id: token } = await scene.call(createToken, { card: details });
    return { token };
  }),
];

export const eventMethodExamples = [
  example(listEvents, async (scene) => {
    await aCharge(scene);
    return { type: "charge.succeeded", limit: 3 };
  }),
  example(retrieveEvent, async (scene) => {
    await aCharge(scene);
    const { data: [event] = [] } = await scene.call(listEvents, { type: "charge.succeeded" });
    return { id: String(event?.id) };
  }),
];
