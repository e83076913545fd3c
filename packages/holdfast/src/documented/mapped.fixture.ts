import { field, mapped, param, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

// #region definitions
const kinds = { custom: "Yours.", standard: "Theirs.", express: "Shared." };
const account = resourceOf("account", { type: t.enum(kinds).describe("Whose it is.") });
const createAccount = taking("accounts.create", { type: t.enum(kinds).describe("Whose it is.") });
// #endregion

const standard = { type: "standard" };

// #region what was before
const wasManaged = wasOfType(
  t.boolean().describe("Whether it is yours."),
  mapped({ true: "custom", false: "standard" }, { express: true }),
  { now: "type" },
);
// #endregion
export default example(
  {
    account_is_managed: [
      // #region gate
      field(account, "managed", wasManaged),
      param(createAccount, "managed", wasManaged),
      // #endregion
    ],
  },
  [
    shows(account, { type: "express" }, { type: "express" }, { managed: true }),
    takes(createAccount, [standard, standard], [{ managed: false }, standard]),
  ],
);
