import { memoryStore, serve, serveApi } from "holdfast";
import { longApi } from "../long-history/long-api.js";
import { servePeer } from "../peers/peer.js";
import { ITEM_HISTORY } from "./item-history.js";

/** The item API on Holdfast, with keys and pins in memory. */
await servePeer(async () => {
  const { api } = longApi(ITEM_HISTORY.versions, ITEM_HISTORY.touching);
  const store = memoryStore();
  const running = await serveApi(api, {
    store,
    transactor: store,
    secret: "a secret for benchmarks only",
  });
  const server = await serve(running.handle, { port: 0 });
  const pin = api.timeline.versions[0]?.name ?? "";
  return {
    url: server.url,
    keys: { oldest: store.createAccount({ pin }).secretKey },
    async close() {
      await server.close();
      await running.stop();
    },
  };
});
