import { added, batch, field, resource, t, wasViewOf } from "../index.js";
import { example } from "./example.fixture.js";
import { shows } from "./rows.fixture.js";

// #region definitions
const source = resource("source", {
  description: "What can be charged.",
  fields: { object: t.enum({ card: "A card.", bank: "An account." }).describe("What it is.") },
}).from<{ readonly object: "card" | "bank" }>();
const customer = resource("customer", {
  description: "Who pays.",
  fields: { sources: t.page(source).describe("What they pay with.") },
}).from<object>({
  sources: batch(async (records, _context, where = []) => {
    const all = [{ object: "card" as const }, { object: "bank" as const }];
    const data = all.filter((one) => where.every((wanted) => wanted.in.includes(one.object)));
    const whole = { data, has_more: false, url: "/sources", total_count: async () => data.length };
    return records.map(() => whole);
  }),
});
// #endregion
const list = { object: "list", url: "/sources", has_more: false };
const sources = { ...list, data: [{ object: "card" }, { object: "bank" }] };
const cards = { ...list, data: [{ object: "card" }] };

export default example(
  {
    customer_has_cards: [
      // #region gate
      field(
        customer,
        "cards",
        wasViewOf("sources", { object: "card" }, t.page(source).describe("Cards.")),
      ),
      field(customer, "sources", added()),
      // #endregion
    ],
  },
  [shows(customer, {}, { sources }, { cards })],
  { resources: [source] },
);
