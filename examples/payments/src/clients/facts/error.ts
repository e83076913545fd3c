import { absent, fields, id, one, string } from "../checks.js";

/** The error of a declined card. */
export const error = fields({
  type: one("card_error"),
  code: one("card_declined"),
  decline_code: one("generic_decline"),
  message: string,
  charge: id("ch"),
  param: absent,
});
