import { keysWere, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const createCharge = taking("charges.create", { amount: t.integer().describe("How much.") });

export default example(
  {
    publishable_keys_may_charge: [
      // #region gate
      keysWere(createCharge, ["secret", "publishable"]),
      // #endregion
    ],
  },
  [
    {
      ...takes(
        createCharge,
        [
          { amount: 5 },
          "403 This API key may not call charges.create: it is a publishable key, and the method takes secret keys.",
        ],
        [{ amount: 5 }, { amount: 5 }],
      ),
      publishable: true,
    },
  ],
);
