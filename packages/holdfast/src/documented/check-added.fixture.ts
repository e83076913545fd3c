import { checkAdded, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const createCustomer = taking(
  "customers.create",
  { email: t.string().describe("Their address.") },
  {
    // #region checks of customers.create
    checks: {
      email_is_valid: {
        description: "An email has an @.",
        test: ({ email }) => email.includes("@") || "That is no email.",
        param: "email",
      },
    },
    // #endregion
  },
);

export default example(
  {
    customer_takes_any_email: [
      // #region gate
      checkAdded(createCustomer, "email_is_valid"),
      // #endregion
    ],
  },
  [
    takes(
      createCustomer,
      [{ email: "ada" }, "400 That is no email."],
      [{ email: "ada" }, { email: "ada" }],
    ),
  ],
);
