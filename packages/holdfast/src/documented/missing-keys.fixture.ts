import { missingKeysHadStatus, param, t } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const createToken = taking("tokens.create", {
  // #region params of tokens.create
  card: t.object({ number: t.string().describe("Its number.") }).describe("The card."),
  // #endregion
});

export default example(
  {
    token_without_number_is_402: [
      // #region gate
      param(createToken, "card", missingKeysHadStatus(402)),
      // #endregion
    ],
  },
  [
    takes(
      createToken,
      [{ card: {} }, "400 Missing required param: card[number]."],
      [{ card: {} }, "402 Missing required param: card[number]."],
    ),
  ],
);
