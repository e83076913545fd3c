import { becameReference, field, resource, t } from "../index.js";
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
})
  .from<Customer>()
  .loadedBy(async (ids) => new Map(ids.map((id) => [id, { id, name: "Ada" }])));
const charge = resourceOf("charge", {
  customer: t.ref<Customer>("customer").describe("Who was charged."),
});
// #endregion
const ada = { customer: { id: "cus_1", name: "Ada" } };
const shown = shows(charge, { customer: "cus_1" }, { customer: "cus_1" }, ada);

export default example(
  {
    charge_embeds_customer: [
      // #region gate
      field(charge, "customer", becameReference()),
      // #endregion
    ],
  },
  [shown, { ...shown, sends: [{ expand: ["customer"] }, {}], gives: [ada, ada] }],
  { resources: [customer] },
);
