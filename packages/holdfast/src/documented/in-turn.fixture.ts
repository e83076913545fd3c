import { field, inTurn, oneMember, onlyItem, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

// #region definitions
const discount = t
  .object({ coupon: t.string().describe("Which coupon.") })
  .describe("What is taken off.");
const customer = resourceOf("customer", {
  discounts: t.list(discount).describe("All that is taken off."),
});
// #endregion

export default example(
  {
    customer_has_coupon: [
      // #region gate
      field(
        customer,
        "coupon",
        wasOfType(
          t.string().nullable().describe("Their coupon."),
          inTurn(onlyItem(), discount, oneMember("coupon")),
          { now: "discounts" },
        ),
      ),
      // #endregion
    ],
  },
  [
    shows(
      customer,
      { discounts: [{ coupon: "half" }] },
      { discounts: [{ coupon: "half" }] },
      { coupon: "half" },
    ),
  ],
);
