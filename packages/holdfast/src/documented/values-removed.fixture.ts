import { field, param, t, valuesRemoved } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

// #region definitions
const values = { include: "They are in it.", exclude: "They are not." };
const invoice = resourceOf("invoice", { pending: t.enum(values).describe("Items.") });
const createInvoice = taking("invoices.create", { pending: t.enum(values).describe("Items.") });
// #endregion

export default example(
  {
    invoice_may_require_items: [
      // #region gate
      param(
        createInvoice,
        "pending",
        valuesRemoved({
          require: { meant: "They are in it, and there must be some.", takenAs: "include" },
        }),
      ),
      field(
        invoice,
        "pending",
        valuesRemoved({
          all: { meant: "They are in it.", takenAs: "include", shownFor: ["include"] },
        }),
      ),
      // #endregion
    ],
  },
  [
    shows(invoice, { pending: "include" }, { pending: "include" }, { pending: "all" }),
    takes(
      createInvoice,
      [
        { pending: "require" },
        '400 Invalid pending: must be one of include, exclude, but "require" was given.',
      ],
      [{ pending: "require" }, { pending: "include" }],
    ),
  ],
);
