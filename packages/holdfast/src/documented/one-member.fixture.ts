import { field, oneMember, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const event = resourceOf("event", {
  // #region fields of event
  request: t
    .object({
      id: t.string().nullable().describe("The request's id."),
      key: t.string().nullable().describe("Its idempotency key."),
    })
    .nullable()
    .describe("The request that made it happen."),
  // #endregion
});

export default example(
  {
    event_request_is_an_id: [
      // #region gate
      field(
        event,
        "request",
        wasOfType(t.string().nullable().describe("The request."), oneMember("id")),
      ),
      // #endregion
    ],
  },
  [
    shows(
      event,
      { request: { id: "req_1", key: "k" } },
      { request: { id: "req_1", key: "k" } },
      { request: "req_1" },
    ),
  ],
);
