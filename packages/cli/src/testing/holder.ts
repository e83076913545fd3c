// A process that holds the store open, as a server does: for each key on its input it prints the
// version that the key's account is held at.
import { createInterface } from "node:readline";
import { openStore } from "@holdfast/store";

const store = await openStore({ dataFolder: process.argv[2] ?? "" });
process.stdout.write("open\n");
for await (const key of createInterface({ input: process.stdin })) {
  const credential = await store.authenticate(key);
  process.stdout.write(`${credential?.account.pin ?? "none"}\n`);
}
await store.close();
