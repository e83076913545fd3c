import { example } from "@holdfast/docs/samples";
import {
  createCustomer,
  deleteCustomer,
  listCustomers,
  retrieveCustomer,
  updateCustomer,
} from "../methods/customers.js";
import { aCustomer } from "./scenes.js";

export const customerExamples = [
  example(createCustomer, {
    name: "Jenny Rosen",
    email: "jenny.rosen@example.com",
    description: "Buys tea.",
    source: "tok_visa",
    metadata: { shop: "17" },
  }),
  example(retrieveCustomer, async (scene) => ({ customer: await aCustomer(scene) })),
  example(updateCustomer, async (scene) => ({
    customer: await aCustomer(scene),
    balance: -500,
    description: "Buys tea and cups.",
  })),
  example(deleteCustomer, async (scene) => ({ customer: await aCustomer(scene) })),
  example(listCustomers, async (scene) => {
    await aCustomer(scene);
    await scene.call(createCustomer, { email: "jo@example.com", source: "tok_mastercard" });
    return { limit: 2 };
  }),
];
