import { methodNeeds, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const createAccount = taking("accounts.create", { email: t.string().describe("Whose it is.") });

export default example(
  {
    cannot_create_accounts: [
      // #region gate
      methodNeeds(createAccount),
      // #endregion
    ],
  },
  [
    takes(
      createAccount,
      [{ email: "a@b.c" }, { email: "a@b.c" }],
      [
        { email: "a@b.c" },
        "400 accounts.create needs version 2011-01-01 or newer, and this request was served at genesis.",
      ],
    ),
  ],
);
