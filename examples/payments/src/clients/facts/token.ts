import { absent, boolean, fields, id, integer, one, string } from "../checks.js";
import { cardInToken } from "./card.js";

export const token = fields({
  id: id("tok"),
  object: one("token"),
  type: one("card"),
  used: boolean,
  created: integer,
  livemode: one(false),
  card: cardInToken,
  amount: [["2012-06-18", integer], absent],
  currency: [["2012-06-18", string], absent],
});
