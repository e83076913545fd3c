import { describeAccounts } from "./conformance/accounts.js";
import { describeKeys } from "./conformance/keys.js";
import { describeMigrations } from "./conformance/migrations.js";
import { describePipelineStore } from "./conformance/pipeline.js";
import { describeProcesses } from "./conformance/processes.js";
import { describeUnits } from "./conformance/units.js";
import { noteTransactor } from "./testing/notes.js";
import type { MakePlace } from "./testing/places.js";
import { withStore } from "./testing/with-store.js";

/** Everything that the store promises, as tests, on the database that `makePlace` gives. */
export function describeStore(name: string, makePlace: MakePlace): void {
  describePipelineStore(name, (use, clock) =>
    withStore(
      makePlace,
      async (store) => use({ ...store, ...(await noteTransactor(store)) }),
      clock && { clock },
    ),
  );
  describeAccounts(name, makePlace);
  describeKeys(name, makePlace);
  describeUnits(name, makePlace);
  describeMigrations(name, makePlace);
  describeProcesses(name, makePlace);
}
