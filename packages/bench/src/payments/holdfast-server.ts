import { api } from "@holdfast/example-payments/app";
import { startServer } from "@holdfast/example-payments/server";
import { servePeer } from "../peers/peer.js";

/** The payments server as it is, with one account at the newest version and one at the oldest. */
await servePeer(async (dataFolder) => {
  const server = await startServer({
    port: 0,
    dataFolder,
    env: {
      NODE_ENV: "production",
      HOLDFAST_RATE_LIMIT: "1000000000",
      HOLDFAST_RATE_BURST: "1000000000",
    },
  });
  const { versions } = api.timeline;
  const keyAt = async (index: number) => {
    const pin = versions.at(index)?.name;
    if (pin === undefined) throw new TypeError("The API has no versions.");
    return (await server.store.createAccount({ pin })).secretKey;
  };
  return {
    url: server.url,
    keys: { newest: await keyAt(-1), oldest: await keyAt(0) },
    close: () => server.close(),
  };
});
