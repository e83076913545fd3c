import { type Group, plain, ratio } from "../figures.js";
import { longApi } from "../long-history/long-api.js";
import { startChild } from "../peers/child.js";
import { Driver, type Shot } from "../peers/drive.js";
import type { RoundOptions } from "../steps.js";
import { type CadwynServer, startCadwyn } from "./cadwyn-server.js";
import { ITEM_HISTORY } from "./item-history.js";
import { itemSpec } from "./spec.js";

/** Requests to each before anything counts. */
const WARM_UP = 6000;
const REQUESTS = 200;
const OLDEST = "2000-01-01";
/** How many times as much CPU as Holdfast the peer is meant to need. */
const AT_LEAST = 15;

/** The same request at the oldest version, here and on Cadwyn: each server's CPU. */
export async function cadwynGroup({ rounds, onProgress }: RoundOptions): Promise<Group> {
  const { versions, touching } = ITEM_HISTORY;
  const { record, oldestBody } = longApi(versions, touching);
  const driver = new Driver();
  const holdfast = await startChild(new URL("./item-server.js", import.meta.url));
  let cadwyn: CadwynServer | undefined;
  try {
    cadwyn = await startCadwyn(itemSpec(versions, touching, record));
    const body = JSON.stringify(oldestBody);
    const shot = (url: string, headers: Record<string, string>): Shot => ({
      url,
      path: "/v1/items",
      headers: { ...headers, "content-type": "application/json" },
      body,
    });
    const own = shot(holdfast.url, { authorization: `Bearer ${holdfast.keys.oldest}` });
    const peer = shot(cadwyn.url, { "x-api-version": OLDEST });
    requireAlike(await driver.send(own), await driver.send(peer));
    const figures = { own: [] as number[], peer: [] as number[] };
    const warmUp = Math.ceil(WARM_UP / REQUESTS);
    for (let round = -warmUp; round < rounds; round++) {
      for (const [name, server, one] of [
        ["own", holdfast, own],
        ["peer", cadwyn, peer],
      ] as const) {
        const before = await server.cpu();
        await driver.fire(one, REQUESTS, () => {});
        const used = (await server.cpu()) - before;
        if (round >= 0) figures[name].push(used / REQUESTS);
      }
      onProgress(round + warmUp + 1, rounds + warmUp);
    }
    return {
      heading: `items.create at the oldest of ${versions} versions: the server's CPU for one request`,
      figures: [
        plain("cadwyn: Holdfast, keys and pins in memory", "µs", figures.own),
        plain("cadwyn: Cadwyn on uvicorn, no keys", "µs", figures.peer),
        ratio("cadwyn: Cadwyn / Holdfast", figures.peer, figures.own, { atLeast: AT_LEAST }),
      ],
    };
  } finally {
    driver.close();
    cadwyn?.stop();
    await holdfast.stop();
  }
}

/** Both answers have the same fields with the same values. */
function requireAlike(own: string, peer: string): void {
  const sorted = (text: string) => JSON.stringify(Object.entries(JSON.parse(text)).sort());
  if (sorted(own) !== sorted(peer)) {
    throw new Error(`Cadwyn answers differently:\n${own}\n${peer}`);
  }
}
