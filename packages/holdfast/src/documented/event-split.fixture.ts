import { event, eventWas, t } from "../index.js";
import { happenings, listing } from "./events.fixture.js";
import { example } from "./example.fixture.js";
import { calls, resourceOf } from "./rows.fixture.js";

// #region definitions
const source = resourceOf("source", {
  type: t.enum({ card: "A card.", bank: "An account.", wallet: "A wallet." }).describe("Which."),
});
const created = event("source.created", { description: "It is there now.", object: source });
// #endregion
const listEvents = listing(
  ["card", "bank", "wallet"].map((type) => ({ type: "source.created", object: { type } })),
);
const one = { type: "source.created" };

export default example(
  {
    source_events_by_type: [
      // #region gate
      eventWas(created, { by: "type", types: { card: "card.created", wallet: null } }),
      // #endregion
    ],
  },
  [
    calls(
      listEvents,
      { member: "data" },
      [{}, [one, one, one]],
      [{}, [{ type: "card.created" }, one]],
    ),
  ],
  { resources: [source, ...happenings.resources], events: [created] },
);
