import { absent, type Fields, fields, id, integer, nullable, one, string } from "../checks.js";

const olderChecks = ["pass", "fail", "unchecked"];
const check = nullable(one(...olderChecks, "unavailable"));
const olderCheck = nullable(one(...olderChecks));

const cardFields: Fields = {
  id: id("card"),
  object: one("card"),
  last4: string,
  exp_month: integer,
  exp_year: integer,
  fingerprint: string,
  country: nullable(string),
  name: nullable(string),
  type: [["2014-06-13", one("Visa")], absent],
  brand: [["2014-06-13", absent], one("Visa")],
  address_line1_check: [["2014-12-22", olderCheck], check],
  address_zip_check: [["2014-12-22", olderCheck], check],
  cvc_check: [["2014-12-22", olderCheck], check],
  customer: nullable(id("cus")),
};

export const card = fields(cardFields);

/** A card that belongs to nobody yet: from 2014-12-22 on, it does not speak of customers. */
export const cardInToken = fields({
  ...cardFields,
  customer: [["2014-12-22", nullable(one(null))], absent],
});
