import { error, errorAt, errorWas } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, raising } from "./rows.fixture.js";

// #region definitions
const notPaid = error("not_paid", {
  status: 402,
  type: "card_error",
  description: "The bank refused.",
  message: "It was not paid.",
});
const unpayable = error("unpayable", {
  status: 400,
  type: "invalid_request_error",
  description: "It cannot be paid.",
  message: "This cannot be paid.",
});
// #endregion
const payInvoice = raising("invoices.pay", notPaid);
const createCharge = raising("charges.create", notPaid);
const today = { status: 402, body: { error: { type: "card_error", message: "It was not paid." } } };
const body = { error: { type: "invalid_request_error", message: "This cannot be paid." } };

export default example(
  {
    invoice_is_unpayable: [
      // #region gate
      errorWas(errorAt(notPaid, payInvoice), unpayable),
      // #endregion
    ],
  },
  [
    calls(payInvoice, "answer", [{}, today], [{}, { status: 400, body }]),
    calls(createCharge, "answer", [{}, today], [{}, today]),
  ],
  { errors: [unpayable] },
);
