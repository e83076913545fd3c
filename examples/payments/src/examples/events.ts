import { type Example, eventExample, type Scene } from "@holdfast/docs/samples";
import { captureCharge, createCharge, updateCharge } from "../methods/charges.js";
import { createCustomer, deleteCustomer, updateCustomer } from "../methods/customers.js";
import { listEvents, retrieveEvent } from "../methods/events.js";
import { createRefund, updateRefund } from "../methods/refunds.js";
import { sources, verifySource } from "../methods/sources.js";
import { events } from "../published-events.js";
import { aCharge, aCustomer, aRefund, bankAccount } from "./scenes.js";

const DAY = 24 * 60 * 60;

/** The id of a charge that is only authorized. */
async function aHeldCharge({ call }: Scene): Promise<string> {
  const held = { amount: 2000, currency: "usd", source: "tok_visa", capture: false };
  return (await call(createCharge, held)).id;
}

/** A bank debit of a customer, by whether the bank pays. */
async function aDebit({ call }: Scene, account_number: string): Promise<void> {
  const made = await call<unknown, { id: string; default_source: string }>(createCustomer, {
    source: { ...bankAccount, account_number },
  });
  const { id: customer, default_source: id } = made;
  await call(verifySource, { customer, id, amounts: [32, 45] });
  await call(createCharge, { amount: 2000, currency: "usd", customer });
}

async function aSource(scene: Scene): Promise<{ customer: string; id: string }> {
  const customer = await aCustomer(scene);
  const { id } = await scene.call(sources.create, { customer, source: "tok_mastercard" });
  return { customer, id };
}

/** What happens before each event. */
const CAUSES: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  "charge.succeeded": aCharge,
  "charge.pending": (scene) => aDebit(scene, "000123456789"),
  "charge.failed": async (scene) => {
    await aDebit(scene, "000111111116");
    await scene.pass(10 * DAY);
  },
  "charge.captured": async (scene) =>
    scene.call(captureCharge, { charge: await aHeldCharge(scene), amount: 1500 }),
  "charge.updated": async (scene) =>
    scene.call(updateCharge, { charge: await aCharge(scene), description: "Order 6736" }),
  "charge.refunded": async (scene) =>
    scene.call(createRefund, { charge: await aCharge(scene), amount: 500 }),
  "charge.expired": async (scene) => {
    await aHeldCharge(scene);
    await scene.pass(8 * DAY);
  },
  "charge.dispute.created": (scene) => aCharge(scene, "tok_createDispute"),
  "charge.dispute.funds_withdrawn": (scene) => aCharge(scene, "tok_createDispute"),
  "refund.created": aRefund,
  "refund.updated": async (scene) => {
    const { refund } = await aRefund(scene);
    await scene.call(updateRefund, { refund, metadata: { order_id: "6735" } });
  },
  "customer.created": aCustomer,
  "customer.updated": async (scene) =>
    scene.call(updateCustomer, { customer: await aCustomer(scene), email: "jenny@example.com" }),
  "customer.deleted": async (scene) =>
    scene.call(deleteCustomer, { customer: await aCustomer(scene) }),
  "customer.source.created": aSource,
  "customer.source.updated": async (scene) =>
    scene.call(sources.update, { ...(await aSource(scene)), exp_year: 2031 }),
  "customer.source.deleted": async (scene) => scene.call(sources.remove, await aSource(scene)),
};

export const eventExamples: readonly Example[] = events.map((event) =>
  eventExample(event, retrieveEvent, async (scene) => {
    await CAUSES[event.type]?.(scene);
    const { data: [newest] = [] } = await scene.call(listEvents, { type: event.type, limit: 1 });
    if (!newest) throw new Error(`The example of ${event.type} does not cause it.`);
    return { id: String(newest.id) };
  }),
);
