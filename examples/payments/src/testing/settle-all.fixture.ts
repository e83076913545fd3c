import { createContext, ownersWithDue, type PaymentsDatabase, settleDue } from "../domain/index.js";
import type { World } from "../services.js";

/** Settles and lets lapse what is due by now, of every account. */
export async function settleAll(db: PaymentsDatabase, world: World): Promise<void> {
  for (const owner of await ownersWithDue(db, world.now())) {
    await settleDue(db, createContext({ ...owner, ...world }));
  }
}
