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
    const reader: PaymentsDatabase = store.reader.withTables();
    const db: PaymentsDatabase = store.database.withTables();
    for (const owner of await ownersWithDue(reader, world.now())) {
      // One account's trouble must not keep all others waiting.
      await settleDue(db, createContext({ ...owner, ...world })).catch((failure: unknown) =>
        console.error(`settling ${owner.account}:`, failure),
      );
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
