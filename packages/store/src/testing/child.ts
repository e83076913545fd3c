// A process of its own, for tests of what two of them do at once and of what a kill leaves.
//   open   opens the store and closes it
//   write  opens the store and adds notes until it is killed; prints each note's id twice, when
//          it is asked for and when it is kept
import { randomUUID } from "node:crypto";
import { openStore } from "../open-store.js";
import { notesOf, noteTransactor } from "./notes.js";

const [task, options = "{}"] = process.argv.slice(2);

const store = await openStore(JSON.parse(options));
const transactor = await noteTransactor(store);

async function writeForever(): Promise<never> {
  for (;;) {
    const id = randomUUID();
    process.stdout.write(`asked ${id}\n`);
    await transactor.write(
      async (unit) => {
        await notesOf(unit).add(id);
        await unit.keepAnswer("print", { status: 200, headers: {}, body: id });
      },
      { scope: "notes", key: id },
    );
    process.stdout.write(`kept ${id}\n`);
  }
}

if (task === "write") await Promise.all(Array.from({ length: 8 }, writeForever));
await store.close();
