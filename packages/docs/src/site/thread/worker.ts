// The thread of the docs: imports the author's module, and answers what the server's thread asks.
import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { DocsSite } from "../docs-site.js";
import { plainAnswer } from "../problem.js";
import type { SiteResponse } from "../respond.js";
import type { Asked, Said, ThreadData } from "./messages.js";

const port = parentPort;
if (!port) throw new Error("This module is the entry of a thread.");

yieldToTheApi();
const { module } = workerData as ThreadData;
const { default: site }: { readonly default?: DocsSite } = await import(module);
if (typeof site?.handle !== "function") {
  throw new TypeError(`${module} has no docs as its default export: export default await docs(…).`);
}

port.on("message", ({ id, request }: Asked) => {
  answer(site, request).then((given) => {
    const bytes = typeof given.body === "string" ? undefined : given.body.slice();
    const said: Said = { id, answer: bytes ? { ...given, body: bytes } : given };
    port.postMessage(said, bytes ? [bytes.buffer] : []);
  });
});
port.postMessage({ ready: true } satisfies Said);

async function answer(site: DocsSite, request: Asked["request"]): Promise<SiteResponse> {
  try {
    return await site.handle(request);
  } catch (failure) {
    console.error(failure);
    return plainAnswer(500, "The docs failed. The failure has been recorded.");
  }
}

/** On Linux a thread has a priority of its own: where processors are scarce, the API goes first. */
function yieldToTheApi(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(10);
  } catch {
    // Where that is forbidden, the docs are as important as the API.
  }
}
