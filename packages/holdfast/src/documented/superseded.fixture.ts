import { added, field, param, supersededBy, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const customer = resourceOf("customer", {
  // #region fields of customer
  balance: t.integer().describe("What they owe."),
  // #endregion
});
const updateCustomer = taking("customers.update", {
  // #region params of customers.update
  balance: t.integer().describe("What they owe."),
  // #endregion
});
const now = { balance: 5 };
const old = { account_balance: 5 };

export default example(
  [
    {
      customer_has_account_balance: [
        // #region gate of 2011-01-01: balance comes
        field(customer, "balance", added()),
        param(updateCustomer, "balance", added()),
        // #endregion
      ],
    },
    {
      customer_has_both_balances: [
        // #region gate of 2012-01-01: account_balance goes
        field(customer, "account_balance", supersededBy("balance")),
        param(updateCustomer, "account_balance", supersededBy("balance")),
        // #endregion
      ],
    },
  ],
  [
    shows(customer, now, now, { ...now, ...old }, old),
    takes(
      updateCustomer,
      [now, now],
      [
        { ...now, account_balance: 6 },
        "400 account_balance and balance name the same thing but have different values.",
      ],
      [old, now],
    ),
  ],
);
