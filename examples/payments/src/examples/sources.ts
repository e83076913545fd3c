import { type Example, example, type Scene } from "@holdfast/docs/samples";
import { createCustomer } from "../methods/customers.js";
import {
  bankAccounts,
  cards,
  sources,
  verifyBankAccount,
  verifySource,
} from "../methods/sources.js";
import { bankAccount, card } from "./scenes.js";

type Details = typeof bankAccount | typeof card;

/** One of a customer's sources, by their ids. */
async function aSource(
  scene: Scene,
  source: Details,
): Promise<{ readonly customer: string; readonly id: string }> {
  const made = await scene.call<unknown, { id: string; default_source: string }>(createCustomer, {
    email: "jenny.rosen@example.com",
    source,
  });
  return { customer: made.id, id: made.default_source };
}

/** The examples of one of the paths under which sources can be reached. */
function examplesOf(
  { create, retrieve, update, remove, list }: typeof sources | typeof cards | typeof bankAccounts,
  source: Details,
): readonly Example[] {
  const one = (scene: Scene) => aSource(scene, source);
  const changes =
    source.object === "card" ? { name: "Jenny Rosen" } : { account_holder_name: "Jo Rosen" };
  return [
    example(create, async (scene) => {
      const { id: customer } = await scene.call(createCustomer, { email: "jo@example.com" });
      return { customer, source };
    }),
    example(retrieve, one),
    example(update, async (scene) => ({ ...(await one(scene)), ...changes })),
    example(remove, one),
    example(list, async (scene) => ({ customer: (await one(scene)).customer, limit: 3 })),
  ];
}

/** The two small amounts that come in on a test bank account. */
const amounts = [32, 45];

const verified = async (scene: Scene) => ({ ...(await aSource(scene, bankAccount)), amounts });

export const sourceExamples = [
  ...examplesOf(sources, card),
  ...examplesOf(cards, card),
  ...examplesOf(bankAccounts, bankAccount),
  example(verifySource, verified),
  example(verifyBankAccount, verified),
];
