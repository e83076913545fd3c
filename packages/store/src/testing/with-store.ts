import { openStore, type StoreOptions } from "../open-store.js";
import type { Store } from "../store.js";
import type { MakePlace, Place } from "./places.js";

/** Opens a store of its own for a test, and removes it afterwards. */
export async function withStore(
  makePlace: MakePlace,
  use: (store: Store, place: Place) => Promise<void>,
  options: Pick<StoreOptions, "clock"> = {},
): Promise<void> {
  const place = await makePlace();
  try {
    const store = await openStore({ ...place.options, ...options });
    try {
      await use(store, place);
    } finally {
      await store.close();
    }
  } finally {
    await place.remove();
  }
}
