import type { Store } from "@holdfast/store";
import { createContext, ownersWithDue, type PaymentsDatabase, settleDue } from "./domain/index.js";
import type { World } from "./services.js";

/** How often the server looks for what is due, in milliseconds. */
const INTERVAL = 1_000;

/** Lets bank debits settle and authorizations lapse when their time has come. */
export function startSettling(store: Store, world: World): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const round = async () => {
    const db: PaymentsDatabase = store.database.withTables();
    for (const owner of await ownersWithDue(db, world.now())) {
      await settleDue(db, createContext({ ...owner, ...world }));
    }
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = round()
      .catch((failure: unknown) => console.error("settling:", failure))
      .finally(() => {
        busy = false;
      });
  }, INTERVAL);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
