import { event, eventAdded, eventRemoved, t } from "../index.js";
import { happenings, listing } from "./events.fixture.js";
import { example } from "./example.fixture.js";
import { calls, resourceOf } from "./rows.fixture.js";

// #region definitions
const charge = resourceOf("charge", { amount: t.integer().describe("How much.") });
const paid = event("charge.paid", { description: "It took the money.", object: charge });
const updated = event("charge.updated", { description: "It changed.", object: charge });
const viewed = event("charge.viewed", {
  description: "Somebody looked.",
  object: charge,
  until: "sends_charge_viewed",
});
// #endregion
const listEvents = listing(
  ["charge.paid", "charge.updated", "charge.viewed"].map((type) => ({
    type,
    object: { amount: 5 },
  })),
);
const [one, two, three] = [
  { type: "charge.paid" },
  { type: "charge.updated" },
  { type: "charge.viewed" },
];

export default example(
  {
    sends_charge_viewed: [
      // #region gate
      eventAdded(updated),
      eventRemoved(viewed),
      // #endregion
    ],
  },
  [calls(listEvents, { member: "data" }, [{}, [one, two]], [{}, [one, three]])],
  { resources: [charge, ...happenings.resources], events: [paid, updated, viewed] },
);
