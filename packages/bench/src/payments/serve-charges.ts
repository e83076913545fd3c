import { api } from "@holdfast/example-payments/app";
import { paymentsMigrations } from "@holdfast/example-payments/domain/index";
import type { World } from "@holdfast/example-payments/services";
import { startSettling } from "@holdfast/example-payments/settling";
import { migrate, openStore } from "@holdfast/store";
import { servePeer } from "../peers/peer.js";
import { ChargeWork } from "./charge-work.js";

/** A server that listens at a port of 127.0.0.1. */
export interface Listening {
  readonly url: string;
  close(): Promise<unknown>;
}

/** Serves charges by another framework, over a store of its own of the same kind. */
export async function serveCharges(
  name: string,
  listen: (work: ChargeWork) => Promise<Listening>,
): Promise<void> {
  await servePeer(async (dataFolder) => {
    const store = await openStore({ dataFolder });
    await migrate(store, "payments", paymentsMigrations);
    const world: World = {
      pepper: store.secretFor("fingerprints"),
      now: () => Math.floor(Date.now() / 1000),
    };
    const pin = api.timeline.versions.at(-1)?.name;
    const { secretKey } = await store.createAccount(pin === undefined ? {} : { pin });
    const { url, close } = await listen(new ChargeWork(store, world));
    const stopSettling = startSettling(store, world);
    return {
      url,
      keys: { [name]: secretKey },
      async close() {
        await close();
        await stopSettling();
        await store.close();
      },
    };
  });
}
