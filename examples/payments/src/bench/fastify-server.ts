import { migrate, openStore } from "@holdfast/store";
import { api } from "../app.js";
import { paymentsMigrations } from "../domain/index.js";
import type { World } from "../services.js";
import { startSettling } from "../settling.js";
import { fastifyApp } from "./fastify-app.js";
import { servePeer } from "./peer.js";

/** The peer on bare Fastify, over a store of its own of the same kind. */
await servePeer(async (dataFolder) => {
  const store = await openStore({ dataFolder });
  await migrate(store, "payments", paymentsMigrations);
  const world: World = {
    pepper: store.secretFor("fingerprints"),
    now: () => Math.floor(Date.now() / 1000),
  };
  const pin = api.timeline.versions.at(-1)?.name;
  const { secretKey } = await store.createAccount(pin === undefined ? {} : { pin });
  const app = fastifyApp(store, world);
  const stopSettling = startSettling(store, world);
  return {
    url: await app.listen({ port: 0, host: "127.0.0.1" }),
    keys: { fastify: secretKey },
    async close() {
      await app.close();
      await stopSettling();
      await store.close();
    },
  };
});
