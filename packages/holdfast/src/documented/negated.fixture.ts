import { field, negated, param, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const invoice = resourceOf("invoice", {
  // #region fields of invoice
  auto_advance: t.boolean().describe("Whether it goes on by itself."),
  // #endregion
});
const updateInvoice = taking("invoices.update", {
  // #region params of invoices.update
  auto_advance: t.boolean().optional().describe("Whether it goes on by itself."),
  // #endregion
});

// #region what was before
const was = t.boolean().optional().describe("Whether it stands still.");
const wasClosed = wasOfType(was, negated(), { now: "auto_advance" });
// #endregion
const today = { auto_advance: true };
export default example(
  {
    invoice_has_closed: [
      // #region gate
      field(invoice, "closed", wasClosed),
      param(updateInvoice, "closed", wasClosed),
      // #endregion
    ],
  },
  [
    shows(invoice, today, today, { closed: false }),
    takes(updateInvoice, [today, today], [{ closed: false }, today]),
  ],
);
