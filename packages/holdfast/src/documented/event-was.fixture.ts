import { event, eventWas, t } from "../index.js";
import { happenings, listing } from "./events.fixture.js";
import { example } from "./example.fixture.js";
import { calls, resourceOf } from "./rows.fixture.js";

// #region definitions
const transfer = resourceOf("transfer", { amount: t.integer().describe("How much.") });
const reversed = event("transfer.reversed", { description: "It went back.", object: transfer });
// #endregion
const listEvents = listing([{ type: "transfer.reversed", object: { amount: 5 } }]);
const today = [{ type: "transfer.reversed" }];

export default example(
  {
    transfer_is_canceled: [
      // #region gate
      eventWas(reversed, "transfer.canceled"),
      // #endregion
    ],
  },
  [
    calls(listEvents, { member: "data" }, [{}, today], [{}, [{ type: "transfer.canceled" }]]),
    calls(
      listEvents,
      { member: "data" },
      [{ type: "transfer.*" }, today],
      [{ type: "transfer.canceled" }, [{ type: "transfer.canceled" }]],
    ),
  ],
  { resources: [transfer, ...happenings.resources], events: [reversed] },
);
