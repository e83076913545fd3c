import { becameEmbedded, field, resource, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

// #region definitions
interface Customer {
  readonly id: string;
  readonly name: string;
}
const customer = resource("customer", {
  description: "Who pays.",
  fields: { id: t.id("cus").describe("Their id."), name: t.string().describe("Their name.") },
}).from<Customer>();
const charge = resourceOf("charge", {
  customer: t.resource(customer).describe("Who was charged."),
});
// #endregion
const record = { customer: { id: "cus_1", name: "Ada" } };
const shown = shows(charge, record, record, { customer: "cus_1" });

export default example(
  {
    charge_refers_to_customer: [
      // #region gate
      field(charge, "customer", becameEmbedded()),
      // #endregion
    ],
  },
  [shown, { ...shown, sends: [{}, { expand: ["customer"] }], gives: [record, record] }],
  { resources: [customer] },
);
