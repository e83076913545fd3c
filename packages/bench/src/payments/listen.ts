import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Listening } from "./serve-charges.js";

/** Lets a server listen at a free port of 127.0.0.1. */
export async function listenOn(server: Pick<Server, keyof Server>): Promise<Listening> {
  if (!server.listening) {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
