import { added, field, param, renamedTo, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const event = resourceOf("event", {
  // #region fields of event
  request: t
    .object({
      id: t.string().describe("The request's id."),
      account: t.string().describe("Who made it."),
    })
    .describe("The request that made it happen."),
  // #endregion
});
const createCharge = taking("charges.create", {
  // #region params of charges.create
  card: t.object({ number: t.string().describe("Its number.") }).describe("What to charge."),
  // #endregion
});
const made = { request: { id: "req_1", account: "acct_1" } };
const charged = { card: { number: "4242" } };

export default example(
  {
    event_has_user_id: [
      // #region gate
      field(event, "user_id", renamedTo("request.account")),
      param(createCharge, "card_number", renamedTo("card.number")),
      param(createCharge, "card", added()),
      // #endregion
    ],
  },
  [
    shows(event, made, made, { request: { id: "req_1" }, user_id: "acct_1" }),
    takes(createCharge, [charged, charged], [{ card_number: "4242" }, charged]),
  ],
);
