import {
  mapped,
  responseHeader,
  responseHeaderRemoved,
  responseHeaderValueWas,
  responseHeaderWas,
} from "../index.js";
import { example } from "./example.fixture.js";
import { calls, taking } from "./rows.fixture.js";

// #region definitions
const cost = responseHeader("Request-Cost", {
  description: "What it took, in units.",
  value: () => 3,
});
const status = responseHeader("Request-Status", {
  description: "How it ended.",
  value: () => "succeeded",
});
const colour = responseHeader("Request-Colour", {
  description: "A colour.",
  value: () => "blue",
  until: "answers_have_colour",
});
const createCharge = taking("charges.create", {}, { headers: [cost, status, colour] });
// #endregion

export default example(
  {
    answers_have_colour: [
      // #region gate
      responseHeaderWas(cost, "X-Cost"),
      responseHeaderValueWas(status, mapped({ paid: "succeeded" })),
      responseHeaderRemoved(colour),
      // #endregion
    ],
  },
  [
    calls(
      createCharge,
      { headers: ["Request-Cost", "X-Cost", "Request-Status", "Request-Colour"] },
      [{}, { "Request-Cost": "3", "Request-Status": "succeeded" }],
      [{}, { "X-Cost": "3", "Request-Status": "paid", "Request-Colour": "blue" }],
    ),
  ],
);
