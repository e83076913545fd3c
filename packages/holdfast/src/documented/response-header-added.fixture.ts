import { responseHeader, responseHeaderWas } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, taking } from "./rows.fixture.js";

// #region definitions
const cost = responseHeader("Request-Cost", {
  description: "What it took, in units.",
  value: () => 3,
});
const createCharge = taking("charges.create", {}, { headers: [cost] });
// #endregion

export default example(
  {
    answers_lack_cost: [
      // #region gate
      responseHeaderWas(cost, null),
      // #endregion
    ],
  },
  [calls(createCharge, { headers: ["Request-Cost"] }, [{}, { "Request-Cost": "3" }], [{}, {}])],
);
