import { behaviour, method, t } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, resourceOf } from "./rows.fixture.js";

// #region definitions
const charge = resourceOf("charge", { description: t.string().describe("What for.") });
const createCharge = method("charges.create", {
  route: "POST /v1/charges",
  description: "Charges a card.",
  params: { description: t.string().describe("What for.") },
  returns: charge,
  asks: ["shouts_descriptions"],
}).execute(async ({ params: { description }, gates }) => {
  const loud = gates.has("shouts_descriptions");
  return { description: loud ? description.toUpperCase() : description } as never;
});
// #endregion

export default example(
  {
    shouts_descriptions: [
      // #region gate
      behaviour(),
      // #endregion
    ],
  },
  [
    calls(
      createCharge,
      "body",
      [{ description: "tea" }, { description: "tea" }],
      [{ description: "tea" }, { description: "TEA" }],
    ),
  ],
  { resources: [charge] },
);
