import { added, field, isOneOf, t, wasComputed } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const bankAccount = resourceOf("bank_account", {
  // #region fields of bank_account
  status: t
    .enum({ new: "Not yet.", verified: "It is theirs.", errored: "It is not." })
    .describe("How it is."),
  // #endregion
});

export default example(
  {
    bank_account_has_verified: [
      // #region gate
      field(
        bankAccount,
        "verified",
        wasComputed(t.boolean().describe("Whether it is theirs."), isOneOf("verified"), {
          from: ["status"],
        }),
      ),
      field(bankAccount, "status", added()),
      // #endregion
    ],
  },
  [shows(bankAccount, { status: "verified" }, { status: "verified" }, { verified: true })],
);
