import { param, t, unknownKeysBecameRefused } from "../index.js";
import { example } from "./example.fixture.js";
import { takes, taking } from "./rows.fixture.js";

const createToken = taking("tokens.create", {
  // #region params of tokens.create
  card: t.object({ number: t.string().describe("Its number.") }).describe("The card."),
  // #endregion
});

export default example(
  {
    token_takes_any_key: [
      // #region gate
      param(createToken, "card", unknownKeysBecameRefused()),
      // #endregion
    ],
  },
  [
    takes(
      createToken,
      [{ card: { number: "4242", colour: "red" } }, "400 Received unknown parameter: card[colour]"],
      [{ card: { number: "4242", colour: "red" } }, { card: { number: "4242" } }],
    ),
  ],
);
