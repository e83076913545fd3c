import { eachItem, field, oneMember, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const creditNote = resourceOf("credit_note", {
  // #region fields of credit_note
  refunds: t
    .list(
      t
        .object({
          refund: t.string().describe("The refund's id."),
          amount: t.integer().describe("How much of it."),
        })
        .describe("One refund."),
    )
    .describe("What was given back."),
  // #endregion
});
const refunds = [{ refund: "re_1", amount: 5 }];

export default example(
  {
    credit_note_lists_ids: [
      // #region gate
      field(
        creditNote,
        "refunds",
        wasOfType(t.list(t.string()).describe("The refunds' ids."), eachItem(oneMember("refund"))),
      ),
      // #endregion
    ],
  },
  [shows(creditNote, { refunds }, { refunds }, { refunds: ["re_1"] })],
);
