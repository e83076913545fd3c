import { error, failureWasSuccess, method, t } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, resourceOf } from "./rows.fixture.js";

// #region definitions
const invoice = resourceOf("invoice", { paid: t.boolean().describe("Whether it was paid.") });
const notPaid = error("invoice_not_paid", {
  status: 402,
  type: "card_error",
  description: "It was not paid.",
  message: "This invoice was not paid.",
  data: { invoice: t.resource(invoice).describe("The invoice.") },
});
const payInvoice = method("invoices.pay", {
  route: "POST /v1/invoices/pay",
  description: "Pays an invoice.",
  returns: invoice,
  raises: [notPaid],
}).execute(async () => {
  throw notPaid({ invoice: { paid: false } as never });
});
// #endregion
const carried = {
  type: "card_error",
  invoice: { paid: false },
  message: "This invoice was not paid.",
};

export default example(
  {
    unpaid_invoice_is_fine: [
      // #region gate
      failureWasSuccess(payInvoice, notPaid, { result: "invoice" }),
      // #endregion
    ],
  },
  [
    calls(
      payInvoice,
      "answer",
      [{}, { status: 402, body: { error: carried } }],
      [{}, { status: 200, body: { paid: false } }],
    ),
  ],
  { resources: [invoice] },
);
