// The thread of the docs: imports the author's module, and answers what the server's thread asks.
import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { DocsSite } from "../docs-site.js";
import type { Asked, Said, ThreadData } from "./messages.js";
import { toldOf } from "./told.js";

const port = parentPort;
if (!port) throw new Error("This module is the entry of a thread.");

yieldToTheApi();
const { module } = workerData as ThreadData;
const { default: site }: { readonly default?: DocsSite } = await import(module);
if (typeof site?.handle !== "function") {
  throw new TypeError(`${module} has no docs as its default export: export default await docs(…).`);
}

port.on("message", ({ id, request }: Asked) => {
  const say = (said: Said, bytes?: Uint8Array<ArrayBuffer>) =>
    port.postMessage(said, bytes ? [bytes.buffer] : []);
  site.handle(request).then(
    (answer) => {
      if (typeof answer.body === "string") return say({ id, answer });
      // What is handed over is lost here, and the site may keep its pages.
      const body = answer.body.slice();
      say({ id, answer: { ...answer, body } }, body);
    },
    (failure) => say({ id, failure: toldOf(failure) }),
  );
});
port.postMessage({ ready: true } satisfies Said);

/** On Linux a thread has a priority of its own: where processors are scarce, the API goes first. */
function yieldToTheApi(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(10);
  } catch {
    // Where that is forbidden, the docs are as important as the API.
  }
}
